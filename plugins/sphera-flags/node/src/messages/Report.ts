import { definitionSchema } from '@sphera/plugin-flags-common';
import { clusterField } from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { clippedText, count, moment, revision } from './messageFields';

/** A flag as a file has it, which anybody may have written. */
const flag = z.string().max(200);
const fingerprint = z.string().max(64);
/** Sentences for people; what is longer is cut, since nothing hangs on its end. */
const sentence = clippedText(2_000);

/**
 * What every report says of its sender; the record's key is the cluster, so that the reports of one keep their order.
 * Fields that are not known here are passed over: agents are newer or older than the portal.
 */
const sender = {
  version: z.literal(1),
  cluster: clusterField,
  /** Of this run of the agent: a UUID. */
  instance: z.string().min(1).max(64),
  /** Grows by each report of this run, from 1. */
  sequence: revision,
  /** By the agent's clock, ISO 8601. */
  at: moment,
};

/** It holds this revision, or a newer one. */
export const acknowledgementSchema = z.object({
  ...sender,
  kind: z.literal('acknowledgement'),
  flag,
  revision,
  /** `applied`: just now; `held`: it had it already; `overtaken`: it holds the newer `holds`. */
  outcome: z.enum(['applied', 'held', 'overtaken']),
  holds: count,
  /** Fingerprint of the definition that it holds; null: the flag is gone. */
  fingerprint: fingerprint.nullable(),
});

/** It will not hold this revision, and still has what it had. */
export const refusalSchema = z.object({
  ...sender,
  kind: z.literal('refusal'),
  flag,
  revision,
  /** One sentence. */
  reason: sentence,
});

/**
 * What is in the file, for the flags whose key lies after `after` and up to `upTo` (in the order of UTF-16 code units;
 * null: no end): of those, exactly the ones that are listed are there. So each part of a long snapshot stands alone.
 */
export const snapshotSchema = z.object({
  ...sender,
  kind: z.literal('snapshot'),
  after: flag.nullable(),
  upTo: flag.nullable(),
  flags: z.array(
    z.object({
      flag,
      /** As the file says; null: somebody else wrote it. */
      revision: revision.nullable(),
      fingerprint,
      /** Where the file has something else than the wish of this revision, or no wish is known. */
      definition: definitionSchema.optional(),
    }),
  ),
});

/** It is there. */
export const heartbeatSchema = z.object({
  ...sender,
  kind: z.literal('heartbeat'),
  startedAt: moment,
  /** Version of the agent. */
  agent: clippedText(100),
  flags: count,
  /** What keeps it from writing, in one sentence. */
  problem: sentence.optional(),
});

/** A command that it could not even read; it goes on with the next. */
export const unreadableSchema = z.object({
  ...sender,
  kind: z.literal('unreadable'),
  partition: count,
  offset: z.string().regex(/^\d{1,20}$/, 'must be a whole number, as a text'),
  key: clippedText(300).optional(),
  reason: sentence,
});

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
