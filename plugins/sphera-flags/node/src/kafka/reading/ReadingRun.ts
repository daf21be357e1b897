import type { Cluster, Consumer, EachBatchPayload } from 'kafkajs';
import { type KafkaClient, RETRY } from '../client/KafkaClient';
import type { KafkaBusOptions } from '../KafkaBusOptions';
import { within } from '../within';
import { giveUntilTaken } from './giveUntilTaken';
import type { Manner } from './Manner';
import { Places } from './Places';
import { Pulse } from './Pulse';
import { receivedRecord } from './receivedRecord';
import { whyNoGroup } from './whyNoGroup';

const STOP_MS = 3_000;
const COMMIT_MS = 5_000;

/** One run of a consumer, from its first connection until it is stopped or breaks down. */
export class ReadingRun {
  readonly #consumer: Consumer;
  readonly #pulse: Pulse;
  readonly #places: Places;
  #cluster?: Cluster;
  #committedAt = 0;
  /** The handlers that are at work. */
  readonly #work = new Set<Promise<void>>();

  constructor(
    private readonly client: KafkaClient,
    private readonly manner: Manner,
    private readonly options: Pick<KafkaBusOptions, 'clock' | 'logger'>,
    private readonly signal: AbortSignal,
  ) {
    this.#pulse = new Pulse(options.clock);
    this.#consumer = client.kafka.consumer({
      groupId: manner.group,
      partitionAssigners: [
        config => {
          this.#cluster = config.cluster;
          return manner.assigner(config);
        },
      ],
      // Who is not heard for this long has its partitions taken over; brokers allow no less than six seconds.
      sessionTimeout: 7_000,
      rebalanceTimeout: 15_000,
      heartbeatInterval: 1_500,
      maxWaitTimeInMs: manner.waitMs,
      metadataMaxAge: 60_000,
      allowAutoTopicCreation: false,
      // Whatever ends it, it is made anew by us.
      retry: { ...RETRY, restartOnFailure: async () => false },
    });
    this.#places = new Places(this.#consumer, manner, options, signal);
  }

  /** @param onJoined - called each time that partitions were shared out. @throws what it broke down of */
  async run(onJoined: () => void): Promise<void> {
    const consumer = this.#consumer;
    const { CRASH, GROUP_JOIN, FETCH, HEARTBEAT } = consumer.events;
    const crash = new Promise<never>((_, reject) => {
      consumer.on(CRASH, ({ payload }) => reject(payload.error));
    });
    consumer.on(FETCH, () => this.#pulse.beat());
    consumer.on(HEARTBEAT, () => this.#pulse.beat());
    consumer.on(GROUP_JOIN, ({ payload }) => {
      this.#pulse.beat();
      const partitions = payload.memberAssignment[this.manner.topic] ?? [];
      this.#places.given(this.#cluster!, partitions);
      onJoined();
    });
    const stopped = new Promise<void>(resolve => {
      if (this.signal.aborted) resolve();
      this.signal.addEventListener('abort', () => resolve());
    });
    try {
      const begun = this.#begin().then(() => stopped);
      await Promise.race([stopped, begun, crash, this.#pulse.stopped]);
    } catch (error) {
      throw await this.#explained(error);
    } finally {
      await this.#end();
    }
  }

  async #begin(): Promise<void> {
    await this.#consumer.connect();
    const { topic } = this.manner;
    await this.#consumer.subscribe({ topics: [topic], fromBeginning: true });
    await this.#consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: this.manner.atOnce,
      eachBatch: payload => {
        const work = this.#pulse.busy(() => this.#batch(payload));
        const ended = work
          .catch(() => {})
          .finally(() => this.#work.delete(ended));
        this.#work.add(ended);
        return work;
      },
    });
  }

  async #explained(error: unknown): Promise<unknown> {
    if (!this.#cluster) return error;
    const why = whyNoGroup(error, this.#cluster, this.manner.group);
    return within(STOP_MS, why, this.options.clock).catch(() => error);
  }

  async #end(): Promise<void> {
    this.#places.end();
    this.#pulse.end();
    const { clock } = this.options;
    const disconnected = this.#consumer.disconnect();
    await within(STOP_MS, disconnected, clock).catch(() => {});
    this.client.cut();
    await Promise.all(this.#work);
  }

  async #batch(payload: EachBatchPayload): Promise<void> {
    const { batch, resolveOffset, heartbeat, isRunning, isStale } = payload;
    const { topic, partition } = batch;
    const next = this.#places.next(partition);
    if (next === undefined || !isRunning() || isStale()) return;
    const after = BigInt(batch.lastOffset()) + 1n;
    const records = batch.messages.map(message =>
      receivedRecord(topic, partition, message),
    );
    const place = { topic, partition, next };
    const isTaken = await giveUntilTaken(
      () => this.manner.take(records, place, after),
      heartbeat,
      this.signal,
      this.options,
    );
    if (!isTaken) return;
    resolveOffset(batch.lastOffset());
    this.#places.moved(partition, after);
    if (this.manner.commits) await this.#commit();
  }

  async #commit(): Promise<void> {
    const now = this.options.clock.now();
    if (now - this.#committedAt < COMMIT_MS) return;
    this.#committedAt = now;
    // Only people look at it: where to begin is asked of the reader.
    await this.#consumer.commitOffsets(this.#places.all()).catch(() => {});
  }
}
