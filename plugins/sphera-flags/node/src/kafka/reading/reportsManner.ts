import { PartitionAssigners } from 'kafkajs';
import type { PortalBus } from '../../bus/Bus';
import type { KafkaBusOptions } from '../KafkaBusOptions';
import type { Manner } from './Manner';

/** How replicas of the portal read reports: each some partitions, from where the reader says. */
export function reportsManner(options: {
  topic: string;
  group: string;
  reader: Parameters<PortalBus['readReports']>[0];
  logger: KafkaBusOptions['logger'];
}): Manner {
  const { topic, group, reader, logger } = options;

  async function madeAnew(partition: number) {
    logger.warn(
      `Partition ${partition} of ${topic} ends before what was read of it, so the topic was made anew: it is read from its start`,
    );
    await reader.onMadeAnew?.(topic, partition);
  }

  return {
    topic,
    group,
    waitMs: 500,
    // The reader takes what comes at once together.
    atOnce: 100,
    commits: true,
    assigner: PartitionAssigners.roundRobin,
    async begin({ partition }, { first, end }) {
      const wanted = await reader.startAt(topic, partition);
      if (wanted === undefined) return first;
      if (wanted > end) {
        await madeAnew(partition);
        return first;
      }
      if (wanted < first) {
        logger.warn(
          `Kafka no longer has what was not read yet of partition ${partition} of ${topic}: the next snapshot of each cluster tells what matters`,
        );
        return first;
      }
      return wanted;
    },
    async take(records, { partition, next }) {
      const [oldest] = records;
      if (next !== undefined && oldest.offset < next) await madeAnew(partition);
      await reader.onBatch(records);
    },
  };
}
