import { clusterOfKey } from '../../messages/commandKey';
import { partitionOf } from '../../messages/partitionOf';
import { KafkaProblem } from '../problems/Problem';

/**
 * Partition of a command's key, on a topic that must have as many as the settings say: else what was sent to a cluster
 * before is where its agent does not look.
 */
export const commandsPartition =
  (topic: string, wanted: number) =>
  (key: string, found: number): number => {
    if (found !== wanted) {
      throw new KafkaProblem({
        state: 'wrong',
        sentence: `Nothing is sent, since the topic ${topic} has ${found} partitions, and partitions says ${wanted}`,
      });
    }
    return partitionOf(clusterOfKey(key), wanted);
  };
