import { definitionSchema, flagField } from '@sphera/plugin-flags-common';
import { clusterField } from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { moment, revision } from './messageFields';

/**
 * What one cluster is to have of one flag: the value of a record on the topic of commands, version 1. Its key is
 * `cluster/flag`, so that a compacted topic keeps the present wish of each. An agent applies it only where the revision
 * is newer than what it holds, and answers each one. It has no other fields: what an agent does not understand wholly it
 * must not apply.
 */
export const wishSchema = z
  .object({
    version: z.literal(1),
    kind: z.literal('wish'),
    cluster: clusterField,
    flag: flagField,
    /** Grows by each wish of the flag in the cluster, from 1. */
    revision,
    /** The change that it comes from: a UUID. */
    change: z.string().min(1).max(64),
    /** ISO 8601. */
    wishedAt: moment,
    /** null: the flag is to be gone. */
    definition: definitionSchema.nullable(),
    /** Written beside the definition, as flagd's metadata of the flag. */
    metadata: z.object({
      service: z.string().max(200),
      owner: z.string().max(200).optional(),
    }),
  })
  .strict();
export type Wish = z.output<typeof wishSchema>;
