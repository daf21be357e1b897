import { definitionSchema } from '@sphera/plugin-flags-common';
import { z } from 'zod/v3';

/**
 * What one cluster is to have of one flag: the value of a record on the topic of commands, version 1. Its key is
 * `cluster/flag`, so that a compacted topic keeps the present wish of each. An agent applies it only where the revision
 * is newer than what it holds, and answers each one.
 */
export const wishSchema = z
  .object({
    version: z.literal(1),
    kind: z.literal('wish'),
    cluster: z.string(),
    flag: z.string(),
    /** Grows by each wish of the flag in the cluster, from 1. */
    revision: z.number().int().positive(),
    /** The change that it comes from: a UUID. */
    change: z.string(),
    /** ISO 8601. */
    wishedAt: z.string(),
    /** null: the flag is to be gone. */
    definition: definitionSchema.nullable(),
    /** Written beside the definition, as flagd's metadata of the flag. */
    metadata: z.object({ service: z.string(), owner: z.string().optional() }),
  })
  .strict();
export type Wish = z.output<typeof wishSchema>;
