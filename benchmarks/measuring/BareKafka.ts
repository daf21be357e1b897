import { type Consumer, Kafka, logLevel, type Producer } from 'kafkajs';

/** Bare kafkajs in the portal's place: sends, and counts what comes back. */
export class BareKafka {
  private readonly producer: Producer;
  private readonly consumer: Consumer;
  private missing = 0;
  private onAll = () => {};

  constructor(
    brokers: string[],
    private readonly topics: { there: string; back: string },
    private readonly partitions: number,
  ) {
    const kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING });
    this.producer = kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
    });
    this.consumer = kafka.consumer({ groupId: 'bare-portal' });
  }

  async start(): Promise<void> {
    await this.producer.connect();
    await this.consumer.connect();
    await this.consumer.subscribe({ topic: this.topics.back });
    await this.consumer.run({
      eachBatch: async ({ batch }) => {
        this.missing -= batch.messages.length;
        if (this.missing === 0) this.onAll();
      },
    });
  }

  /** Sends `times` one message to each partition, and waits until all came back; milliseconds. */
  async roundTrips(times: number, value: string): Promise<number> {
    const all = new Promise<void>(resolve => (this.onAll = resolve));
    this.missing = times * this.partitions;
    const begin = performance.now();
    for (let time = 0; time < times; time++) {
      await this.producer.send({
        topic: this.topics.there,
        messages: Array.from({ length: this.partitions }, (_, partition) => ({
          partition,
          key: String(partition),
          value,
        })),
      });
    }
    await all;
    return performance.now() - begin;
  }

  async stop(): Promise<void> {
    await this.consumer.disconnect();
    await this.producer.disconnect();
  }
}
