import { definitionSchema } from '@sphera/plugin-flags-common';
import { z } from 'zod/v3';

/** What every report says of its sender; the record's key is the cluster, so that the reports of one keep their order. */
const sender = {
  version: z.literal(1),
  cluster: z.string(),
  /** Of this run of the agent: a UUID. */
  instance: z.string(),
  /** Grows by each report of this run, from 1. */
  sequence: z.number().int().positive(),
  /** By the agent's clock, ISO 8601. */
  at: z.string(),
};

/** It holds this revision, or a newer one. */
export const acknowledgementSchema = z
  .object({
    ...sender,
    kind: z.literal('acknowledgement'),
    flag: z.string(),
    revision: z.number().int().positive(),
    /** `applied`: just now; `held`: it had it already; `overtaken`: it holds the newer `holds`. */
    outcome: z.enum(['applied', 'held', 'overtaken']),
    holds: z.number().int(),
    /** Fingerprint of the definition that it holds; null: the flag is gone. */
    fingerprint: z.string().nullable(),
  })
  .strict();

/** It will not hold this revision, and still has what it had. */
export const refusalSchema = z
  .object({
    ...sender,
    kind: z.literal('refusal'),
    flag: z.string(),
    revision: z.number().int().positive(),
    /** One sentence. */
    reason: z.string(),
  })
  .strict();

/**
 * What is in the file, for the flags whose key lies after `after` and up to `upTo` (in the order of UTF-16 code units;
 * null: no end): of those, exactly the ones that are listed are there. So each part of a long snapshot stands alone.
 */
export const snapshotSchema = z
  .object({
    ...sender,
    kind: z.literal('snapshot'),
    after: z.string().nullable(),
    upTo: z.string().nullable(),
    flags: z.array(
      z
        .object({
          flag: z.string(),
          /** As the file says; null: somebody else wrote it. */
          revision: z.number().int().nullable(),
          fingerprint: z.string(),
          /** Where the file has something else than the wish of this revision, or no wish is known. */
          definition: definitionSchema.optional(),
        })
        .strict(),
    ),
  })
  .strict();

/** It is there. */
export const heartbeatSchema = z
  .object({
    ...sender,
    kind: z.literal('heartbeat'),
    startedAt: z.string(),
    /** Version of the agent. */
    agent: z.string(),
    flags: z.number().int(),
    /** What keeps it from writing, in one sentence. */
    problem: z.string().optional(),
  })
  .strict();

/** A command that it could not even read; it goes on with the next. */
export const unreadableSchema = z
  .object({
    ...sender,
    kind: z.literal('unreadable'),
    partition: z.number().int(),
    offset: z.string(),
    key: z.string().optional(),
    reason: z.string(),
  })
  .strict();

/** The value of a record on the topic of reports, version 1. */
export const reportSchema = z.discriminatedUnion('kind', [
  acknowledgementSchema,
  refusalSchema,
  snapshotSchema,
  heartbeatSchema,
  unreadableSchema,
]);
export type Report = z.output<typeof reportSchema>;
export type Acknowledgement = z.output<typeof acknowledgementSchema>;
export type Refusal = z.output<typeof refusalSchema>;
export type Snapshot = z.output<typeof snapshotSchema>;
export type Heartbeat = z.output<typeof heartbeatSchema>;
export type Unreadable = z.output<typeof unreadableSchema>;
