import type { Admin } from 'kafkajs';
import { causesOf } from '../problems/causesOf';
import { KafkaProblem } from '../problems/Problem';
import { commandFor, type WantedTopic } from './WantedTopic';

/** Makes a topic; that somebody else was faster is fine. @throws KafkaProblem, KafkaJSError */
export async function createTopic(
  admin: Admin,
  wanted: WantedTopic,
  broker: string,
): Promise<void> {
  const { topic, partitions, replicas, settings } = wanted;
  try {
    await admin.createTopics({
      // Not every broker knows it at once; the next look tells.
      waitForLeaders: false,
      topics: [
        {
          topic,
          numPartitions: partitions,
          replicationFactor: replicas,
          configEntries: Object.entries(settings).map(([name, value]) => ({
            name,
            value,
          })),
        },
      ],
    });
  } catch (error) {
    const types = causesOf(error).map(({ type }) => type);
    if (types.includes('TOPIC_ALREADY_EXISTS')) return;
    const because = reasonOf(types, wanted);
    if (!because) throw error;
    throw new KafkaProblem({
      state: 'wrong',
      sentence: `Kafka has no topic ${topic}, and it cannot be made: ${because}: ${commandFor(
        wanted,
        broker,
      )}`,
    });
  }
}

function reasonOf(
  types: Array<string | undefined>,
  { topic, replicas }: WantedTopic,
): string | undefined {
  if (types.some(type => type?.endsWith('AUTHORIZATION_FAILED'))) {
    return `allow Create on the topic ${topic}, or have whoever runs Kafka make it`;
  }
  if (types.includes('INVALID_REPLICATION_FACTOR')) {
    return `Kafka has fewer than ${replicas} brokers; set replicas to as many as it has, or make it by hand`;
  }
  if (types.includes('POLICY_VIOLATION')) {
    return 'Kafka has a policy against it; have whoever runs Kafka make it';
  }
  return undefined;
}
