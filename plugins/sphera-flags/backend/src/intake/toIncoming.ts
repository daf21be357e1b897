import { readReport, type ReceivedRecord } from '@sphera/plugin-flags-node';
import type { Incoming } from '../storage/FlagStore';

/** Of what is kept aside, at most so many characters. */
const MOST_TEXT = 2_000;
const MOST_KEY = 300;
const MOST_REASON = 500;

/** What a record says, or why it is kept aside. */
export function toIncoming(record: ReceivedRecord, now: number): Incoming {
  const { topic, partition, offset } = record;
  const read = readReport(record);
  return 'report' in read
    ? { topic, partition, offset, report: read.report }
    : asideOf(record, read.problem, now);
}

/** A record that is kept aside, with the reason. */
export function asideOf(
  { topic, partition, offset, key, value }: ReceivedRecord,
  reason: string,
  now: number,
): Incoming {
  return {
    topic,
    partition,
    offset,
    aside: {
      at: now,
      topic,
      partition,
      offset: String(offset),
      ...(key === null ? {} : { key: key.slice(0, MOST_KEY) }),
      reason: reason.slice(0, MOST_REASON),
      text: (value ?? '').slice(0, MOST_TEXT),
    },
  };
}
