import type { Clock } from '@sphera/plugin-operations-common';
import type { ReceivedRecord, SentRecord } from '../bus/Bus';
import { clusterOfKey } from '../messages/commandKey';
import { partitionOf } from '../messages/partitionOf';
import type { Log } from './Log';
import { LogPartition } from './LogPartition';
import { UnknownTopicError } from './UnknownTopicError';

/** A partition is tidied once it has so many records more than it needs. */
const TIDIED_ABOVE = 5_000;
/** More offsets than a log gives out in a millisecond. */
const OFFSETS_PER_MS = 1_000n;

/** A log in the memory of this process: gone when it ends. */
export class MemoryLog implements Log {
  readonly #topics = new Map<string, LogPartition[]>();
  readonly #begin: bigint;

  constructor(
    private readonly options: {
      clock: Pick<Clock, 'now' | 'after'>;
      /** Unneeded records that a partition gathers before it is tidied. */
      tidiedAbove?: number;
    },
  ) {
    // Above every offset that a log before this one gave out: who remembers its place there finds what is new here.
    this.#begin = BigInt(options.clock.now()) * OFFSETS_PER_MS;
  }

  /** A topic; `isCompacted`: as that of commands is. One that is there already stays. */
  addTopic(
    topic: string,
    {
      partitions,
      isCompacted = false,
    }: { partitions: number; isCompacted?: boolean },
  ): void {
    if (this.#topics.has(topic)) return;
    const tidying = {
      isCompacted,
      above: this.options.tidiedAbove ?? TIDIED_ABOVE,
    };
    this.#topics.set(
      topic,
      Array.from(
        { length: partitions },
        (_, partition) =>
          new LogPartition(topic, partition, this.#begin, tidying),
      ),
    );
  }

  /** @throws UnknownTopicError */
  async append(topic: string, records: SentRecord[]): Promise<void> {
    const partitions = this.#partitionsOf(topic);
    const written = new Set<LogPartition>();
    for (const record of records) {
      const cluster = clusterOfKey(record.key);
      const partition = partitions[partitionOf(cluster, partitions.length)];
      partition.append(record);
      written.add(partition);
    }
    for (const partition of written) partition.settle();
  }

  /** @throws UnknownTopicError, RangeError where the topic has no such partition */
  async read(
    topic: string,
    partition: number,
    from: bigint,
    waitMs: number,
    signal?: AbortSignal,
  ): Promise<{ records: ReceivedRecord[]; end: bigint }> {
    const read = this.#partitionsOf(topic)[partition];
    if (!read) {
      throw new RangeError(`The topic ${topic} has no partition ${partition}`);
    }
    if (read.read(from).length === 0 && waitMs > 0 && !signal?.aborted) {
      await this.#more(read, waitMs, signal);
    }
    return { records: read.read(from), end: read.end };
  }

  /** @throws UnknownTopicError */
  async partitions(topic: string): Promise<number> {
    return this.#partitionsOf(topic).length;
  }

  #partitionsOf(topic: string): LogPartition[] {
    const partitions = this.#topics.get(topic);
    if (!partitions) throw new UnknownTopicError(topic);
    return partitions;
  }

  #more(
    partition: LogPartition,
    waitMs: number,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    return new Promise(resolve => {
      let notMore = () => {};
      let notLater = () => {};
      const end = () => {
        notMore();
        notLater();
        signal?.removeEventListener('abort', end);
        resolve();
      };
      notMore = partition.whenMore(end);
      notLater = this.options.clock.after(waitMs, end);
      signal?.addEventListener('abort', end);
    });
  }
}
