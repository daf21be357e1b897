import { createHash } from 'node:crypto';

/** What clusters come to: a portal asks the same of few again and again. */
const numbers = new Map<string, number>();
const MOST_NUMBERS = 10_000;

function numberOf(cluster: string): number {
  const known = numbers.get(cluster);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(cluster, 'utf8').digest();
  const number = hash.readUInt32BE(0);
  if (numbers.size === MOST_NUMBERS) numbers.clear();
  numbers.set(cluster, number);
  return number;
}

/**
 * Partition in which everything of a cluster travels, so that its agent reads one partition only: the first four bytes
 * of SHA-256 of the cluster's name, as a big-endian number, modulo the number of partitions. The same for ever and in
 * every program: whoever writes an agent of their own finds its partition so. Another number of partitions moves clusters.
 */
export function partitionOf(cluster: string, partitions: number): number {
  return numberOf(cluster) % partitions;
}
