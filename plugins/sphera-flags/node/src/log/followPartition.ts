import type { ReceivedRecord } from '../bus/Bus';
import type { LogConnection } from './LogConnection';

/** How long one question for more records waits for them, in milliseconds. */
const WAIT = 20_000;

/** One look into a partition. */
export interface PartitionRead {
  records: ReceivedRecord[];
  /** The offset after the last record that there was. */
  end: bigint;
  /** The partition ends before where it was read up to: it is another one than before, and given from its start. */
  isMadeAnew: boolean;
}

/** Where and how to read. */
export interface Following {
  topic: string;
  partition: number;
  from: bigint;
  signal: AbortSignal;
  onRead(read: PartitionRead): Promise<void>;
}

/**
 * Reads a partition on and on until it is called off. The first read is given at once, though it has no records; after
 * that only those with some. What throws is given the same records again.
 */
export async function followPartition(
  connection: LogConnection,
  { topic, partition, from, signal, onRead }: Following,
): Promise<void> {
  let position = from;
  let isFirst = true;
  const look = () =>
    connection.ask(async log => {
      // Whoever is just back answers at once, so that it is known.
      const isSure = !isFirst && connection.kept.state.state === 'connected';
      const wait = isSure ? WAIT : 0;
      const read = await log.read(topic, partition, position, wait, signal);
      return { ...read, isMadeAnew: read.end < position };
    }, signal);
  const step = async () => {
    const read = await connection.insist(look, signal);
    if (!read) return;
    const last = read.records.at(-1);
    if (last || isFirst || read.isMadeAnew) {
      await connection.insist(() => onRead(read), signal);
    }
    if (last) position = last.offset + 1n;
    else if (read.isMadeAnew) position = read.end;
    isFirst = false;
  };
  while (!signal.aborted) await step();
}
