import { Mutex } from 'async-mutex';
import type { Producer } from 'kafkajs';
import { BusAwayError, type SentRecord } from '../../bus/Bus';
import { type Connect, type KafkaClient, RETRY } from '../client/KafkaClient';
import type { KafkaBusOptions } from '../KafkaBusOptions';
import type { Health } from '../problems/Health';
import { problemOf } from '../problems/problemOf';
import { within } from '../within';
import { leftOut } from './leftOut';
import { portionsOf } from './portionsOf';

/** After how long a portion may not have arrived. */
const LIMIT_MS = 10_000;
const STOP_MS = 3_000;

interface Opened {
  client: KafkaClient;
  producer: Producer;
  ready: Promise<void>;
  /** Partitions by the keys of the present portion. */
  placed: Map<string, number>;
  /** How many partitions the topic has; absent until something was sent. */
  extent: { partitions?: number };
}

/**
 * Sends records to one topic, one call after the other, in order. What fails ends its producer: a new one has a number of
 * its own, so that Kafka's memory of what the old one sent cannot get in the way of sending it again.
 */
export class Sender {
  readonly #turn = new Mutex();
  #opened?: Opened;
  #isStopped = false;

  constructor(
    private readonly options: Pick<KafkaBusOptions, 'settings' | 'clock'> & {
      connect: Connect;
      health: Health;
      topic: string;
      /** Partition of a key. @throws KafkaProblem where the topic has not as many as it must */
      partitionOf(key: string, partitions: number): number;
    },
  ) {}

  /** @throws BusAwayError where not all of them are certain to be kept */
  async send(records: SentRecord[]): Promise<void> {
    if (records.length === 0) return;
    await this.#turn.runExclusive(() => this.#sendAll(records));
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    const opened = this.#opened;
    if (!opened) return;
    await within(
      STOP_MS,
      opened.producer.disconnect(),
      this.options.clock,
    ).catch(() => {});
    this.#giveUp();
  }

  async #sendAll(records: SentRecord[]): Promise<void> {
    if (this.#isStopped) throw new BusAwayError('The bus was stopped');
    const { clock, health, settings, topic } = this.options;
    try {
      for (const portion of this.#portionsOf(records)) {
        await within(LIMIT_MS, this.#sendPortion(portion), clock);
      }
      health.well('sending');
    } catch (error) {
      this.#giveUp();
      const problem = problemOf(error, settings, { operation: 'Write', topic });
      if (!this.#isStopped) health.ill('sending', problem);
      throw new BusAwayError(problem.sentence);
    }
  }

  #portionsOf(records: SentRecord[]): SentRecord[][] {
    const partitions = this.#opened?.extent.partitions;
    if (partitions === undefined) return portionsOf(records);
    const { partitionOf } = this.options;
    return portionsOf(records, key => partitionOf(key, partitions));
  }

  async #sendPortion(portion: SentRecord[]): Promise<void> {
    this.#opened ??= this.#open();
    const { producer, ready, placed } = this.#opened;
    await ready;
    placed.clear();
    let rest = portion;
    while (rest.length > 0) {
      const answers = await producer.send({
        topic: this.options.topic,
        acks: -1,
        timeout: LIMIT_MS,
        messages: rest,
      });
      rest = leftOut(rest, placed, answers);
    }
  }

  #open(): Opened {
    const { connect, health } = this.options;
    const placed = new Map<string, number>();
    const extent: Opened['extent'] = {};
    const client = connect({ isUrgent: true, onLost: health.doubt });
    const producer = client.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      metadataMaxAge: 60_000,
      retry: RETRY,
      createPartitioner:
        () =>
        ({ message, partitionMetadata }) => {
          const key = String(message.key);
          const count = partitionMetadata.length;
          const partition = this.options.partitionOf(key, count);
          placed.set(key, partition);
          extent.partitions = count;
          return partition;
        },
    });
    const ready = producer.connect();
    // Whoever sends waits for it; where it was given up meanwhile, nobody does.
    ready.catch(() => {});
    return { client, producer, ready, placed, extent };
  }

  #giveUp(): void {
    this.#opened?.client.cut();
    this.#opened = undefined;
  }
}
