import { z } from 'zod/v3';
import { definitionSchema } from './definition/definitionSchema';

/**
 * How a flag stands in a cluster.
 * - `in-step`: the cluster has what is wanted
 * - `queued`: accepted, Kafka has it not yet
 * - `on-its-way`: Kafka has it, the cluster has not answered
 * - `refused`: the cluster's agent refused it
 * - `silent`: nothing was heard of the cluster for longer than it may be
 * - `changed`: it answered, and has something else than it was told to: edited by hand, restored from a backup, lost, left over
 * - `absent`: not wanted there, and not there
 */
export const CELL_STATES = [
  'in-step',
  'queued',
  'on-its-way',
  'refused',
  'silent',
  'changed',
  'absent',
] as const;
export type CellState = (typeof CELL_STATES)[number];

export const cellStateSchema = z.enum(CELL_STATES);

/** What a cell comes to in few words: `on`, `25 % on`, `rules`, `disabled`, `removed`, `not there`. */
const valueSchema = z.object({
  text: z.string(),
  isOn: z.boolean().optional(),
});

/** One flag in one cluster, in full. */
export const cellSchema = z.object({
  cluster: z.string(),
  environment: z.string(),
  region: z.string(),
  state: cellStateSchema,
  /** In one sentence, why it is not in step. */
  sentence: z.string().optional(),
  /** Since when it is so, ISO 8601. */
  since: z.string().optional(),
  wanted: z
    .object({
      revision: z.number().int(),
      /** null: removed. */
      definition: definitionSchema.nullable(),
      value: valueSchema,
      at: z.string(),
      change: z.string(),
    })
    .optional(),
  reported: z
    .object({
      /** The revision that the cluster holds; null: not one of ours. */
      revision: z.number().int().nullable(),
      /** null: it is not there; absent: nothing is known but the revision. */
      definition: definitionSchema.nullable().optional(),
      value: valueSchema,
      at: z.string(),
    })
    .optional(),
});
export type Cell = z.output<typeof cellSchema>;

/** Clusters of a flag that stand alike, for lists: so a flag in 100 clusters is one or two of these. */
export const cellGroupSchema = z.object({
  state: cellStateSchema,
  wanted: valueSchema.optional(),
  reported: valueSchema.optional(),
  clusters: z.array(z.string()),
});
export type CellGroup = z.output<typeof cellGroupSchema>;
