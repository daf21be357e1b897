import type { EventRecord } from '../records';
import { objectRecord, RawMetadata, RecordTools, timeOf } from './metadata';

/** An Event of v1, as far as it is read here: of the older form (counted) or the newer one (a series). */
export interface RawEvent {
  metadata?: RawMetadata;
  involvedObject?: { kind?: string; name?: string; uid?: string };
  type?: string;
  reason?: string;
  message?: string;
  count?: number;
  firstTimestamp?: string | null;
  lastTimestamp?: string | null;
  eventTime?: string | null;
  series?: { count?: number; lastObservedTime?: string };
}

/** Kinds whose events are about a deployment. */
const KINDS = new Set([
  'Deployment',
  'ReplicaSet',
  'Pod',
  'HorizontalPodAutoscaler',
]);

/** What stays in memory of an event; nothing where it is about another kind of thing. */
export function eventRecord(
  raw: RawEvent,
  tools: RecordTools,
): EventRecord | undefined {
  const { kind = '', name = '', uid } = raw.involvedObject ?? {};
  if (!KINDS.has(kind)) return undefined;
  const { pool } = tools;
  const createdAt = timeOf(raw.metadata?.creationTimestamp);
  const firstAt =
    timeOf(raw.firstTimestamp) ?? timeOf(raw.eventTime) ?? createdAt ?? 0;
  return {
    ...objectRecord(raw.metadata, tools),
    about: { kind: pool.text(kind), name: pool.text(name), uid },
    warning: raw.type === 'Warning',
    reason: pool.text(raw.reason ?? ''),
    message: pool.text(raw.message ?? ''),
    count: raw.series?.count ?? raw.count ?? 1,
    firstAt,
    lastAt:
      timeOf(raw.series?.lastObservedTime) ??
      timeOf(raw.lastTimestamp) ??
      firstAt,
  };
}
