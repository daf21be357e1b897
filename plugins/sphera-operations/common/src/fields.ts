import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Duration } from 'luxon';
import { z } from 'zod/v3';
import { plainText } from './plainText';

/** Everything that a lock can hold back. */
export const LOCKABLE_ACTIONS = [
  'deploy',
  'merge',
  'rollback',
  'restart',
  'scale',
] as const;

/** One thing that a lock can hold back. */
export type LockableAction = (typeof LOCKABLE_ACTIONS)[number];

const NAME = '[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?';
const ENTITY_REF = new RegExp(`^(component:)?(${NAME}/)?${NAME}$`, 'i');
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const FURTHEST_DAYS = 366;

/**
 * A service: its entity ref, or just its name (`payments` is
 * `component:default/payments`). Comes out canonical and in lower case.
 */
export const serviceField = z
  .string()
  .max(200, 'is too long: a service is named like component:default/payments')
  .regex(ENTITY_REF, 'must name a service, like component:default/payments')
  .transform(text =>
    stringifyEntityRef(
      parseEntityRef(text.toLowerCase(), {
        defaultKind: 'component',
        defaultNamespace: 'default',
      }),
    ),
  );

/** Several services, for a list that is narrowed to them. */
export const servicesField = z
  .array(serviceField)
  .min(1, 'must name at least one service')
  .max(100, 'names too many services: at most 100 at once');

const label = (what: string, example: string) =>
  z
    .string()
    .max(63, `is too long: ${what} has at most 63 characters`)
    .regex(LABEL, `must be the name of ${what}, like ${example}`);

/** An environment of the fleet, like `production`. */
export const environmentField = label('an environment', 'production');
/** A region of the fleet, like `eu-central-1`. */
export const regionField = label('a region', 'eu-central-1');
/** A cluster of the fleet, like `production-eu`. */
export const clusterField = label('a cluster', 'production-eu');

/** Why something is done, in plain words: 1 to 500 characters. */
export const reasonField = plainText({ what: 'a reason', longest: 500 });

/** Which actions a lock holds back; each at most once. */
export const actionsField = z
  .array(z.enum(LOCKABLE_ACTIONS))
  .min(1, `must name at least one of ${LOCKABLE_ACTIONS.join(', ')}`)
  .max(LOCKABLE_ACTIONS.length, 'names an action more than once')
  .refine(all => new Set(all).size === all.length, {
    message: 'names an action more than once',
  });

/** A moment, ISO 8601 with its offset: `2026-11-24T16:00:00Z`. Comes out in UTC. */
export const timestampField = z
  .string()
  .max(40, 'must be an ISO 8601 time, like 2026-11-24T16:00:00Z')
  .datetime({
    offset: true,
    message:
      'must be an ISO 8601 time with its offset, like 2026-11-24T16:00:00Z',
  })
  .transform(text => new Date(text).toISOString());

/** A length of time, ISO 8601: `PT2H`, `P1D`; longer than nothing, at most 366 days. */
export const durationField = z
  .string()
  .max(40, 'must be an ISO 8601 duration, like PT2H')
  .refine(
    text => {
      const duration = Duration.fromISO(text);
      const days = duration.as('days');
      return duration.isValid && days > 0 && days <= FURTHEST_DAYS;
    },
    { message: 'must be an ISO 8601 duration of at most 366 days, like PT2H' },
  );

/** An id that sphera gave out (a UUID). */
export const idField = z
  .string()
  .max(64, 'must be an id as sphera gives them out')
  .regex(/^[A-Za-z0-9-]+$/, 'must be an id as sphera gives them out');
