import { eventually } from '@sphera/plugin-operations-common/testUtils';
import type { Kafka, Message } from 'kafkajs';
import { ConfigResourceTypes } from 'kafkajs';

const PATIENCE = 60_000;

/** A record, with where it is. */
interface Placed extends Message {
  partition: number;
}

/** One topic, as whoever may write to it sees it. */
export class TopicOfTest {
  constructor(private readonly kafka: Kafka, private readonly topic: string) {}

  /** Makes it; `cleanup`: how it is tidied. */
  async create(partitions: number, cleanup: string): Promise<void> {
    const { topic } = this;
    await this.asAdmin(admin =>
      admin.createTopics({
        waitForLeaders: false,
        topics: [
          {
            topic,
            numPartitions: partitions,
            replicationFactor: 1,
            configEntries: [{ name: 'cleanup.policy', value: cleanup }],
          },
        ],
      }),
    );
    // Not every broker knows it at once, nor leads what it is to lead.
    await eventually(() => this.ends(), PATIENCE);
  }

  /** `settings` of the topic besides; all others are the broker's. */
  async tidyBy(
    cleanup: string,
    settings: Record<string, string> = {},
  ): Promise<void> {
    const { topic } = this;
    const all = { 'cleanup.policy': cleanup, ...settings };
    await this.asAdmin(admin =>
      admin.alterConfigs({
        validateOnly: false,
        resources: [
          {
            type: ConfigResourceTypes.TOPIC,
            name: topic,
            configEntries: Object.entries(all).map(([name, value]) => ({
              name,
              value,
            })),
          },
        ],
      }),
    );
  }

  /** Sends the same to each partition. */
  async sendToAll(messages: Message[]): Promise<void> {
    const ends = await this.ends();
    await this.send(
      ends.flatMap(({ partition }) =>
        messages.map(message => ({ ...message, partition })),
      ),
    );
  }

  /** Sends all that is there again, each record to where it was, in the order that is made of it. */
  async sendAgain(arrange: (records: Placed[]) => Placed[]): Promise<void> {
    await this.send(arrange(await this.all()));
  }

  private async send(messages: Placed[]): Promise<void> {
    const producer = this.kafka.producer();
    await producer.connect();
    await producer.send({ topic: this.topic, messages });
    await producer.disconnect();
  }

  /** Nothing is there any more of what there was, as once its time is over. */
  async expire(): Promise<void> {
    const { topic } = this;
    await this.asAdmin(async admin => {
      const ends = await admin.fetchTopicOffsets(topic);
      const partitions = ends.map(({ partition, high: offset }) => ({
        partition,
        offset,
      }));
      await admin.deleteTopicRecords({ topic, partitions });
    });
  }

  /** Where each partition begins and ends. */
  ends() {
    return this.asAdmin(admin => admin.fetchTopicOffsets(this.topic));
  }

  /** All that is there, in the order of each partition. */
  async all(): Promise<Placed[]> {
    const { topic } = this;
    const ends = await this.ends();
    const reached = new Map<number, bigint>();
    const found: Placed[] = [];
    const groupId = `${topic}-reader-${Math.random()}`;
    const consumer = this.kafka.consumer({ groupId });
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ partition, message }) => {
        const { key, value } = message;
        found.push({ key, value, partition });
        reached.set(partition, BigInt(message.offset) + 1n);
      },
    });
    await eventually(async () => {
      const missing = ends.filter(
        ({ partition, high, low }) =>
          high !== low && (reached.get(partition) ?? 0n) < BigInt(high),
      );
      if (missing.length > 0) throw new Error(`More is to come of ${topic}`);
    }, PATIENCE);
    await consumer.disconnect();
    return found;
  }

  private async asAdmin<T>(
    act: (admin: ReturnType<Kafka['admin']>) => Promise<T>,
  ): Promise<T> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      return await act(admin);
    } finally {
      await admin.disconnect();
    }
  }
}
