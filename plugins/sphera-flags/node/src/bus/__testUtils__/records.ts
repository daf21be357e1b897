import { commandKey } from '../../messages/commandKey';
import { partitionOf } from '../../messages/partitionOf';
import type { SentRecord } from '../Bus';

/** A record as on the topic of commands. */
export const command = (
  cluster: string,
  value: string,
  flag = 'new-checkout',
): SentRecord => ({ key: commandKey(cluster, flag), value });

/** A record as on the topic of reports. */
export const report = (cluster: string, value: string): SentRecord => ({
  key: cluster,
  value,
});

/** Texts that count: `3`, `4` … */
export const counted = (from: number, upTo: number) =>
  Array.from({ length: upTo - from + 1 }, (_, at) => String(from + at));

/** A cluster that travels in the same partition as this one. */
export function neighbourOf(cluster: string, partitions: number): string {
  const partition = partitionOf(cluster, partitions);
  for (let number = 1; ; number++) {
    const other = `neighbour-${number}`;
    if (partitionOf(other, partitions) === partition) return other;
  }
}

/** One cluster for each partition. */
export function clusterInEach(partitions: number): string[] {
  const found = new Map<number, string>();
  for (let number = 1; found.size < partitions; number++) {
    const cluster = `cluster-${number}`;
    const partition = partitionOf(cluster, partitions);
    if (!found.has(partition)) found.set(partition, cluster);
  }
  return [...found.values()];
}
