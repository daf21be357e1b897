import {
  clusterField,
  environmentField,
  plainText,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';

/** Id of the plugin that carries the operations out. */
export const plugin = 'sphera-flags';

const FLAG = /^[a-z0-9]([a-z0-9._-]{0,126}[a-z0-9])?$/;

/** Key of a flag, the same in every cluster and unlike any other of the company: `new-checkout`, `payments.instant-refunds`. */
export const flagField = z
  .string()
  .max(128, 'is too long: a flag has at most 128 characters')
  .regex(
    FLAG,
    'must be the key of a flag, like new-checkout: lower-case letters, digits, dots, dashes',
  );

const each = <T extends z.ZodTypeAny>(item: T, what: string, most: number) =>
  z
    .array(item)
    .min(1, `must name at least one ${what}, or be left out`)
    .max(most, `names too many: at most ${most}`)
    .refine(all => new Set(all).size === all.length, {
      message: `names a ${what} more than once`,
    });

/** Clusters of the fleet; each at most once. */
export const clustersField = each(clusterField, 'cluster', 10_000);
export const environmentsField = each(environmentField, 'environment', 100);

/** Name of a ring of roll-outs, like `canary`. */
export const ringField = z
  .string()
  .max(63, 'is too long: a ring has at most 63 characters')
  .regex(
    /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
    'must be the name of a ring, like canary',
  );
export const ringsField = each(ringField, 'ring', 50);

/** What a flag is about; the team of its service owns it unless it says otherwise. */
export const aboutFields = {
  description: plainText({ what: 'a description', longest: 500 }).optional(),
  /** Why it exists. */
  purpose: z
    .enum(['release', 'experiment', 'operations', 'permission'], {
      errorMap: () => ({
        message:
          'must be release, experiment, operations (a kill switch) or permission',
      }),
    })
    .optional()
    .describe(
      'release: goes away once it is on for all; experiment: until decided; operations: a switch that stays; permission: who may see what',
    ),
  owner: z
    .string()
    .max(200, 'is too long: a team is named like group:default/payments')
    .regex(
      /^(group|user):[a-z0-9-]+\/[a-z0-9._-]+$/i,
      'must be a team or a person, like group:default/payments',
    )
    .transform(text => text.toLowerCase())
    .optional(),
  /** Until when it should be gone: `2027-03-31`. */
  endsOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date, like 2027-03-31')
    .refine(text => !Number.isNaN(Date.parse(`${text}T00:00:00Z`)), {
      message: 'must be a date of the calendar, like 2027-03-31',
    })
    .optional(),
};

const orNone = <T extends z.ZodTypeAny>(field: z.ZodOptional<T>) =>
  field.unwrap().nullable().optional();

/** What becomes of what a flag is about: null takes something away, what is left out stays. */
export const aboutChangeFields = {
  description: orNone(aboutFields.description),
  purpose: orNone(aboutFields.purpose),
  owner: orNone(aboutFields.owner),
  endsOn: orNone(aboutFields.endsOn),
};
