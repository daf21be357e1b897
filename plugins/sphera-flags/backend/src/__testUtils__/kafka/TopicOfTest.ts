import type { Kafka, Message } from 'kafkajs';
import { ConfigResourceTypes } from 'kafkajs';
import { eventually } from '../eventually';

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
  }

  async tidyBy(cleanup: string): Promise<void> {
    const { topic } = this;
    await this.asAdmin(admin =>
      admin.alterConfigs({
        validateOnly: false,
        resources: [
          {
            type: ConfigResourceTypes.TOPIC,
            name: topic,
            configEntries: [{ name: 'cleanup.policy', value: cleanup }],
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

  private async all(): Promise<Placed[]> {
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
    }, 60_000);
    await consumer.disconnect();
    return found;
  }

  private ends() {
    return this.asAdmin(admin => admin.fetchTopicOffsets(this.topic));
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
