import type { ReceivedRecord, SentRecord } from '../bus/Bus';

/**
 * What a laptop has in place of Kafka: topics with partitions, in which records keep their order and commands are
 * compacted. In memory of one process ({@link MemoryLog}), which others reach over HTTP ({@link HttpLog}).
 */
export interface Log {
  /** Partition in which records of this key are, by topic. */
  append(topic: string, records: SentRecord[]): Promise<void>;
  /** Records from an offset on, waiting up to `waitMs` for the first; `end` is the offset after the last there is. */
  read(
    topic: string,
    partition: number,
    from: bigint,
    waitMs: number,
    signal?: AbortSignal,
  ): Promise<{ records: ReceivedRecord[]; end: bigint }>;
  partitions(topic: string): Promise<number>;
}
