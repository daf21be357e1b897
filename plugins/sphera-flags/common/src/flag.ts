import { pageOf } from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { cellGroupSchema, cellSchema } from './cell';
import { FLAG_TYPES } from './definition/FlagDefinition';

const person = z.object({ ref: z.string(), title: z.string() });

/** What is known of a flag besides its clusters. */
const flagFields = {
  flag: z.string(),
  service: z.string(),
  type: z.enum(FLAG_TYPES),
  description: z.string().optional(),
  purpose: z
    .enum(['release', 'experiment', 'operations', 'permission'])
    .optional(),
  owner: person.optional(),
  /** Whether it says itself who owns it; else it is who owns its service. */
  namesOwner: z.boolean(),
  endsOn: z.string().optional(),
  createdAt: z.string(),
  createdBy: person,
  changedAt: z.string(),
  changedBy: person,
  retiredAt: z.string().optional(),
  /** Why it can be removed from the code, in one sentence: `On everywhere since 3 May`. */
  readyToRemove: z.string().optional(),
  /** The roll-out that is under way. */
  rollout: z
    .object({
      id: z.string(),
      state: z.enum(['running', 'paused', 'stopped']),
      sentence: z.string(),
    })
    .optional(),
};

/** A flag in a list. */
export const flagRowSchema = z.object({
  ...flagFields,
  groups: z.array(cellGroupSchema),
});
export type FlagRow = z.output<typeof flagRowSchema>;

/** A flag in full. */
export const flagSchema = z.object({
  ...flagFields,
  cells: z.array(cellSchema),
});
export type Flag = z.output<typeof flagSchema>;

const count = z.number().int();

/** A page of flags, with the clusters as columns and what is amiss over all that were asked for. */
export const flagsPageSchema = pageOf(flagRowSchema).extend({
  clusters: z.array(
    z.object({
      cluster: z.string(),
      environment: z.string(),
      region: z.string(),
      /** When it was last heard, ISO 8601; absent: never. */
      heardAt: z.string().optional(),
      isSilent: z.boolean(),
    }),
  ),
  /** Over every flag that matches, all pages. */
  counts: z.object({
    flags: count,
    queued: count,
    'on-its-way': count,
    refused: count,
    silent: count,
    changed: count,
    readyToRemove: count,
  }),
});
export type FlagsPage = z.output<typeof flagsPageSchema>;
