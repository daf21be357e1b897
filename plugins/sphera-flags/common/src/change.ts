import { pageOf } from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { definitionSchema } from './definition/definitionSchema';

/** What was done to a flag. */
export const CHANGE_KINDS = [
  'create',
  'set',
  'about',
  'kill',
  'retire',
  'restore',
  'mend',
  'rollout',
  'abort',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** How far one cluster followed a change. */
const followedSchema = z.object({
  cluster: z.string(),
  revision: z.number().int(),
  /** null: removed. Absent in the answer to whoever changed it just now: a hundred clusters would get a hundred copies. */
  definition: definitionSchema.nullable().optional(),
  /** `on`, `25 % on` … */
  value: z.string(),
  /** When it had it, or refused it; absent: not yet. ISO 8601. */
  answeredAt: z.string().optional(),
  /** Why it refused it. */
  refusal: z.string().optional(),
  /** A later wish came before the answer: nobody waits for this one. */
  isOvertaken: z.boolean(),
});

/** One change of a flag: who, why, and when each cluster followed. */
export const changeSchema = z.object({
  id: z.string(),
  flag: z.string(),
  service: z.string(),
  kind: z.enum(CHANGE_KINDS),
  at: z.string(),
  by: z.object({ ref: z.string(), title: z.string() }),
  reason: z.string(),
  /** What it did, in one sentence: `25 % on in 3 clusters`. */
  sentence: z.string(),
  rollout: z.string().optional(),
  clusters: z.array(followedSchema),
});
export type FlagChange = z.output<typeof changeSchema>;

export const changesPageSchema = pageOf(changeSchema);

/** What an operation that changes flags answers: accepted, and on its way. */
export const acceptedSchema = z.object({
  /** One for each flag that something changed of. */
  changes: z.array(changeSchema),
});
