import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { randomUUID } from 'node:crypto';
import { type Admin, Kafka, logLevel, type PartitionMetadata } from 'kafkajs';
import type { Topics } from '../../bus/topics';
import { wantedTopics } from '../topics/WantedTopic';

const PATIENCE = 60_000;

/** Topics of one test, made and deleted by whoever runs Kafka. */
export class TopicsOfTest {
  readonly topics: Topics;
  readonly #kafka: Kafka;

  constructor(brokers: string[], readonly partitions = 4) {
    const id = randomUUID().slice(0, 8);
    this.topics = {
      commands: `test.${id}.commands`,
      reports: `test.${id}.reports`,
    };
    this.#kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING });
  }

  /** Does something as an administrator. */
  async asAdmin<T>(act: (admin: Admin) => Promise<T>): Promise<T> {
    const admin = this.#kafka.admin();
    try {
      await admin.connect();
      return await act(admin);
    } finally {
      await admin.disconnect();
    }
  }

  /** Makes both as the portal would; `settings` in place of its. */
  async make(
    replicas = 1,
    settings: Partial<Record<keyof Topics, Record<string, string>>> = {},
  ): Promise<this> {
    const { topics, partitions } = this;
    const wanted = wantedTopics({ topics, partitions, replicas });
    await this.asAdmin(admin =>
      admin.createTopics({
        waitForLeaders: false,
        topics: wanted.map(({ topic, settings: own }) => ({
          topic,
          numPartitions: partitions,
          replicationFactor: replicas,
          configEntries: Object.entries({
            ...own,
            ...(topic === topics.commands
              ? settings.commands
              : settings.reports),
          }).map(([name, value]) => ({ name, value })),
        })),
      }),
    );
    // Not every broker knows them at once, nor leads what it is to lead.
    for (const topic of Object.values(topics)) {
      await eventually(() => this.ends(topic), PATIENCE);
    }
    return this;
  }

  /** Where each partition ends. @throws KafkaJSError where one has no leader that answers */
  async ends(topic: string): Promise<Map<number, bigint>> {
    const all = await this.asAdmin(admin => admin.fetchTopicOffsets(topic));
    return new Map(all.map(({ partition, high }) => [partition, BigInt(high)]));
  }

  /** Partitions that have each another leader. */
  async differentlyLed(topic: string): Promise<PartitionMetadata[]> {
    const all = await this.#partitions(topic);
    return [...new Map(all.map(one => [one.leader, one])).values()];
  }

  /** Has another broker lead a partition; the one that led it keeps no copy. */
  async lead(
    topic: string,
    { partitionId, leader, replicas }: PartitionMetadata,
    next: number,
  ): Promise<void> {
    const rest = replicas.filter(id => id !== leader && id !== next);
    await this.asAdmin(admin =>
      admin.alterPartitionReassignments({
        topics: [
          {
            topic,
            partitionAssignment: [
              { partition: partitionId, replicas: [next, ...rest] },
            ],
          },
        ],
      }),
    );
    await eventually(async () => {
      const all = await this.#partitions(topic);
      const now = all.find(one => one.partitionId === partitionId);
      if (now?.leader !== next) throw new Error(`${leader} still leads it`);
    }, PATIENCE);
  }

  async remove(): Promise<void> {
    await this.asAdmin(async admin => {
      const there = await admin.listTopics();
      const ours = Object.values(this.topics).filter(topic =>
        there.includes(topic),
      );
      if (ours.length > 0) await admin.deleteTopics({ topics: ours });
    });
  }

  async #partitions(topic: string): Promise<PartitionMetadata[]> {
    const { topics } = await this.asAdmin(admin =>
      admin.fetchTopicMetadata({ topics: [topic] }),
    );
    return topics[0].partitions;
  }
}
