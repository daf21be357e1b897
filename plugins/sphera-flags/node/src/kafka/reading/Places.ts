import { growingWait, pause } from '@sphera/plugin-operations-common';
import type { Cluster, Consumer } from 'kafkajs';
import type { KafkaBusOptions } from '../KafkaBusOptions';
import { extentsOf } from './extentsOf';
import type { Manner } from './Manner';

/** Where a consumer stands in each partition that is its own, and where it begins when they are shared out anew. */
export class Places {
  /** The next offset of each that we have begun with. */
  readonly #next = new Map<number, bigint>();
  /** The same of those that were ours before. */
  readonly #before = new Map<number, bigint>();
  /** Counts how often they were shared out. */
  #share = 0;

  constructor(
    private readonly consumer: Consumer,
    private readonly manner: Manner,
    private readonly options: Pick<KafkaBusOptions, 'clock' | 'logger'>,
    private readonly signal: AbortSignal,
  ) {}

  /** The next offset that is wanted; `undefined`: nothing yet. */
  next(partition: number): bigint | undefined {
    return this.#next.get(partition);
  }

  /** Everything before this offset was taken. */
  moved(partition: number, next: bigint): void {
    this.#next.set(partition, next);
  }

  /** All of them, as Kafka keeps them. */
  all() {
    const { topic } = this.manner;
    return [...this.#next].map(([partition, offset]) => ({
      topic,
      partition,
      offset: String(offset),
    }));
  }

  /** Partitions were shared out: nothing is fetched of ours until it is known where to begin. */
  given(cluster: Cluster, partitions: number[]): void {
    this.#share += 1;
    for (const [partition, next] of this.#next) {
      this.#before.set(partition, next);
    }
    this.#next.clear();
    this.consumer.pause([{ topic: this.manner.topic, partitions }]);
    if (partitions.length > 0) void this.#insist(cluster, partitions);
  }

  /** Nothing is ours any more. */
  end(): void {
    this.#share += 1;
  }

  async #insist(cluster: Cluster, partitions: number[]): Promise<void> {
    const { clock, logger } = this.options;
    const share = this.#share;
    for (let tries = 1; share === this.#share; tries += 1) {
      try {
        await this.#begin(cluster, partitions);
        return;
      } catch (error) {
        const { name } = error as Error;
        logger.warn(
          `It could not be found out where to begin in ${this.manner.topic}, and is tried again: ${name}`,
        );
        const wait = growingWait(tries, clock.random);
        await pause(wait, clock, this.signal);
      }
    }
  }

  async #begin(cluster: Cluster, partitions: number[]): Promise<void> {
    const { topic } = this.manner;
    const share = this.#share;
    const extents = await extentsOf(cluster, topic, partitions);
    for (const [partition, extent] of extents) {
      const next = this.#before.get(partition);
      const place = { topic, partition, next };
      const offset = await this.manner.begin(place, extent);
      if (share !== this.#share) return;
      this.#next.set(partition, offset);
      this.consumer.seek({ topic, partition, offset: String(offset) });
    }
    this.#before.clear();
    this.consumer.resume([{ topic, partitions }]);
  }
}
