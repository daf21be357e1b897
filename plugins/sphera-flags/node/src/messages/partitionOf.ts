import { createHash } from 'node:crypto';

/**
 * Partition in which everything of a cluster travels, so that its agent reads one partition only: the first four bytes
 * of SHA-256 of the cluster's name, as a big-endian number, modulo the number of partitions. The same for ever and in
 * every program: whoever writes an agent of their own finds its partition so. Another number of partitions moves clusters.
 */
export function partitionOf(cluster: string, partitions: number): number {
  const hash = createHash('sha256').update(cluster, 'utf8').digest();
  return hash.readUInt32BE(0) % partitions;
}
