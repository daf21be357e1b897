import { systemClock } from '@sphera/plugin-operations-common';
import type { BusUnderTest } from '../../bus/__testUtils__/BusUnderTest';
import { openKafkaAgentBus } from '../openKafkaAgentBus';
import { openKafkaPortalBus } from '../openKafkaPortalBus';
import type { GivenKafka } from './GivenKafka';
import { LogOfTest } from './LogOfTest';
import { TopicsOfTest } from './TopicsOfTest';

/** Both ends of Kafka, on topics of their own. */
export async function busOnKafka(
  kafka: GivenKafka,
  replicas = 1,
): Promise<BusUnderTest> {
  const { brokers, own } = kafka;
  const made = await new TopicsOfTest(brokers).make(replicas);
  const { topics, partitions } = made;
  const options = {
    // So that groups are this test's own, too.
    settings: { brokers, clientId: topics.commands },
    topics,
    clock: systemClock,
    logger: new LogOfTest(),
  };
  return {
    topics,
    partitions,
    openPortal: () =>
      openKafkaPortalBus({
        ...options,
        partitions,
        replicas,
        createTopics: true,
      }),
    openAgent: cluster => openKafkaAgentBus({ ...options, cluster }),
    ...(own && { cut: () => own.killAll(), mend: () => own.restartAll() }),
    stop: () => made.remove(),
  };
}
