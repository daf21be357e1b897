import { pageOf } from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';

/** What is known of the agent of a cluster. */
export const agentSchema = z.object({
  cluster: z.string(),
  environment: z.string(),
  region: z.string(),
  state: z.enum(['heard', 'silent', 'never']),
  heardAt: z.string().optional(),
  startedAt: z.string().optional(),
  snapshotAt: z.string().optional(),
  version: z.string().optional(),
  /** How many flags it holds. */
  flags: z.number().int().optional(),
  /** What keeps it from writing: `The disk is full`. */
  problem: z.string().optional(),
  /** Flags that drift in it, as `list-drift` tells. */
  drifting: z.number().int(),
  /** Flags of which it has not answered the last wish, and is to yet. */
  onTheWay: z.number().int(),
});
export type Agent = z.output<typeof agentSchema>;

export const agentsPageSchema = pageOf(agentSchema);

/** How the messages flow. */
export const messagingSchema = z.object({
  state: z.enum(['connected', 'away', 'wrong']),
  /** Why it is not connected, in one sentence. */
  problem: z.string().optional(),
  since: z.string(),
  /** Wishes that wait for Kafka. */
  queued: z.number().int(),
  oldestQueuedAt: z.string().optional(),
  /** Messages that could not be read and were kept aside. */
  setAside: z.number().int(),
});
export type Messaging = z.output<typeof messagingSchema>;

/** A message that could not be read; the rest flowed on. */
export const setAsideSchema = z.object({
  id: z.string(),
  at: z.string(),
  topic: z.string(),
  partition: z.number().int(),
  offset: z.string(),
  key: z.string().optional(),
  reason: z.string(),
  /** How it begins. */
  text: z.string(),
});

export const setAsidePageSchema = pageOf(setAsideSchema);
