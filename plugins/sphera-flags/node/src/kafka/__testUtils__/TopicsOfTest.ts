import { randomUUID } from 'node:crypto';
import { type Admin, Kafka, logLevel } from 'kafkajs';
import { eventually } from '../../bus/__testUtils__/eventually';
import type { Topics } from '../../bus/topics';
import { wantedTopics } from '../topics/WantedTopic';

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
    // Not every broker knows them at once.
    await eventually(
      () =>
        this.asAdmin(admin =>
          admin.fetchTopicMetadata({ topics: Object.values(topics) }),
        ),
      30_000,
    );
    return this;
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
}
