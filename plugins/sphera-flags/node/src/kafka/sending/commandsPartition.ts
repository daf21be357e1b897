import { clusterOfKey } from '../../messages/commandKey';
import { partitionOf } from '../../messages/partitionOf';
import { KafkaProblem } from '../problems/Problem';

/**
 * Partition of a command's key, on a topic that must have as many as the settings say: else what was sent to a cluster
 * before is where its agent does not look.
 */
export function commandsPartition(topic: string, wanted: number) {
  // Hashing costs more than all else that is done to a record.
  const known = new Map<string, number>();
  return (key: string, found: number): number => {
    if (found !== wanted) {
      throw new KafkaProblem({
        state: 'wrong',
        sentence: `Nothing is sent, since the topic ${topic} has ${found} partitions, and partitions says ${wanted}`,
      });
    }
    const cluster = clusterOfKey(key);
    const partition = known.get(cluster) ?? partitionOf(cluster, wanted);
    known.set(cluster, partition);
    return partition;
  };
}
