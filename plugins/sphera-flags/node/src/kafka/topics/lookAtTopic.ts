import { type Admin, ConfigResourceTypes } from 'kafkajs';
import { causesOf } from '../problems/causesOf';
import type { FoundTopic } from './topicProblems';

const SETTINGS = ['cleanup.policy', 'min.insync.replicas', 'max.message.bytes'];

/** A topic as Kafka has it; `undefined`: it has none of this name. @throws KafkaJSError */
export async function lookAtTopic(
  admin: Admin,
  topic: string,
): Promise<FoundTopic | undefined> {
  try {
    const metadata = await admin.fetchTopicMetadata({ topics: [topic] });
    const { partitions } = metadata.topics[0];
    return {
      inSync: partitions.map(({ isr }) => isr.length),
      settings: await settingsOf(admin, topic),
    };
  } catch (error) {
    const isUnknown = causesOf(error).some(
      ({ type }) => type === 'UNKNOWN_TOPIC_OR_PARTITION',
    );
    if (isUnknown) return undefined;
    throw error;
  }
}

async function settingsOf(
  admin: Admin,
  name: string,
): Promise<Record<string, string>> {
  const type = ConfigResourceTypes.TOPIC;
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: [{ type, name, configNames: SETTINGS }],
  });
  return Object.fromEntries(
    resources[0].configEntries.map(({ configName, configValue }) => [
      configName,
      configValue,
    ]),
  );
}
