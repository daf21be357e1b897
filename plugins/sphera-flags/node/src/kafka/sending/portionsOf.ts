import type { SentRecord } from '../../bus/Bus';

/** Kafka takes a megabyte for one partition at a time unless it was told otherwise; this leaves room for what it adds. */
export const PORTION_BYTES = 500_000;

/** For all partitions together: a broker takes far more, but is to answer soon. */
export const REQUEST_BYTES = 4_000_000;

/** What a record has besides key, value and headers, at most. */
const AROUND_BYTES = 100;

function sizeOf({ key, value, headers = {} }: SentRecord): number {
  return [key, value, ...Object.entries(headers).flat()].reduce(
    (sum, text) => sum + Buffer.byteLength(text),
    AROUND_BYTES,
  );
}

/**
 * Records in their order, in portions that Kafka takes at once; a record that is larger by itself goes alone.
 *
 * @param partitionOf - absent: where they go is not known yet, and may be one partition
 */
export function portionsOf(
  records: readonly SentRecord[],
  partitionOf: (key: string) => number = () => 0,
): SentRecord[][] {
  const portions: SentRecord[][] = [];
  const sizes = new Map<number, number>();
  let total = Infinity;
  for (const record of records) {
    const size = sizeOf(record);
    const partition = partitionOf(record.key);
    total += size;
    let ofPartition = (sizes.get(partition) ?? 0) + size;
    if (ofPartition > PORTION_BYTES || total > REQUEST_BYTES) {
      portions.push([]);
      sizes.clear();
      ofPartition = size;
      total = size > PORTION_BYTES ? Infinity : size;
    }
    sizes.set(partition, ofPartition);
    portions[portions.length - 1].push(record);
  }
  return portions;
}
