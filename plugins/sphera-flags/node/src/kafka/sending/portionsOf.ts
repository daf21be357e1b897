import { inLots } from '@sphera/plugin-operations-common';
import type { SentRecord } from '../../bus/Bus';

/** Kafka takes a megabyte at a time unless it was told otherwise; this leaves room for what it adds. */
export const PORTION_BYTES = 500_000;

/** What a record has besides key, value and headers, at most. */
const AROUND_BYTES = 100;

function sizeOf({ key, value, headers = {} }: SentRecord): number {
  return [key, value, ...Object.entries(headers).flat()].reduce(
    (sum, text) => sum + Buffer.byteLength(text),
    AROUND_BYTES,
  );
}

/** Records in their order, in portions that Kafka takes at once; a record that is larger by itself goes alone. */
export const portionsOf = (records: SentRecord[]): SentRecord[][] =>
  inLots(records, PORTION_BYTES, sizeOf);
