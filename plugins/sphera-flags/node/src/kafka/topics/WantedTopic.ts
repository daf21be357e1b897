import type { Topics } from '../../bus/topics';

/** A topic as it has to be. */
export interface WantedTopic {
  topic: string;
  partitions: number;
  /** Copies, where we make it. */
  replicas: number;
  cleanup: 'compact' | 'delete';
  /** Its settings where we make it. */
  settings: Record<string, string>;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The two topics. */
export function wantedTopics(options: {
  topics: Topics;
  partitions: number;
  replicas: number;
}): WantedTopic[] {
  const { topics, partitions, replicas } = options;
  // One copy may be away, and nothing is lost while it is.
  const inSync = { 'min.insync.replicas': String(Math.max(1, replicas - 1)) };
  return [
    {
      topic: topics.commands,
      partitions,
      replicas,
      cleanup: 'compact',
      settings: {
        'cleanup.policy': 'compact',
        // What is newest is not compacted: without this it would be a week.
        'segment.ms': String(DAY_MS),
        ...inSync,
      },
    },
    {
      topic: topics.reports,
      partitions,
      replicas,
      cleanup: 'delete',
      settings: {
        'cleanup.policy': 'delete',
        'retention.ms': String(7 * DAY_MS),
        ...inSync,
      },
    },
  ];
}

/** What somebody who runs Kafka types to make it. */
export function commandFor(wanted: WantedTopic, broker: string): string {
  const settings = Object.entries(wanted.settings).map(
    ([name, value]) => `--config ${name}=${value}`,
  );
  return [
    `kafka-topics.sh --bootstrap-server ${broker} --create --topic ${wanted.topic}`,
    `--partitions ${wanted.partitions} --replication-factor ${wanted.replicas}`,
    ...settings,
  ].join(' ');
}
