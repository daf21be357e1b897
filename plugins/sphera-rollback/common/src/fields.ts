import {
  environmentField,
  plainText,
  regionField,
  serviceField,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';

/** Id of the plugin that carries the operations out. */
export const plugin = 'sphera-rollback';

const VERSION = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;

/** A version as image tags are written: `4.11.7`, `2026.11.3`, `sha-3f2a91c`. */
export const versionField = z
  .string()
  .max(128, 'is too long: a version has at most 128 characters')
  .regex(VERSION, 'must be the tag of an image, like 4.11.7');

/** Regions of the fleet; each at most once. Absent: all in which the service has a file. */
export const regionsField = z
  .array(regionField)
  .min(1, 'must name at least one region, or be left out for all')
  .max(100, 'names too many regions')
  .refine(all => new Set(all).size === all.length, {
    message: 'names a region more than once',
  });

/** Names one service in one environment. */
export const one = { service: serviceField, environment: environmentField };

/** What a plan showed; asked with it, a rollback is refused where something has changed since. */
export const planField = plainText({ what: 'the id of a plan', longest: 64 });

/** The targets of what is done to a service in some regions of an environment. */
export const targetsOf = ({
  service,
  environment,
  regions,
}: {
  service: string;
  environment: string;
  regions?: string[];
}) =>
  regions?.map(region => ({ service, environment, region })) ?? {
    service,
    environment,
  };
