import type { ReceivedRecord, SentRecord } from '../bus/Bus';

/** At most so much is read at once. */
const MOST_RECORDS = 500;
const MOST_CHARACTERS = 1_000_000;

/** Above what a partition is tidied, in records. */
export interface Tidying {
  /** `true`: of each key the latest record is kept; `false`: the latest records. */
  isCompacted: boolean;
  /** Compacted: once so many more than there are keys have gathered; else: as many are kept. */
  above: number;
}

/** One partition: records in the order in which they came, at offsets that only grow. */
export class LogPartition {
  #records: ReceivedRecord[] = [];
  #end: bigint;
  readonly #waiting = new Set<() => void>();
  readonly #keys = new Set<string>();

  constructor(
    private readonly topic: string,
    private readonly partition: number,
    begin: bigint,
    private readonly tidying: Tidying,
  ) {
    this.#end = begin;
  }

  /** The offset after the last record that there is. */
  get end(): bigint {
    return this.#end;
  }

  append({ key, value, headers = {} }: SentRecord): void {
    const { topic, partition } = this;
    const offset = this.#end++;
    this.#keys.add(key);
    this.#records.push({ topic, partition, offset, key, value, headers });
  }

  /** Tidies where there is enough to do, and wakes who waits for records. */
  settle(): void {
    const { isCompacted, above } = this.tidying;
    const tooMany = this.#records.length - above;
    if (isCompacted && tooMany > this.#keys.size) this.#compact();
    // Twice as many, so that not each record that comes moves all of them.
    if (!isCompacted && tooMany > above) this.#records.splice(0, tooMany);
    const woken = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of woken) wake();
  }

  /** Records from an offset on; where that is before the first or after the end, as by another log, from the first. */
  read(from: bigint): ReceivedRecord[] {
    const start = from > this.#end ? 0 : this.#indexOf(from);
    const read: ReceivedRecord[] = [];
    let characters = 0;
    for (let at = start; at < this.#records.length; at++) {
      const record = this.#records[at];
      characters += record.value?.length ?? 0;
      if (read.length > 0 && characters > MOST_CHARACTERS) break;
      read.push(record);
      if (read.length === MOST_RECORDS) break;
    }
    return read;
  }

  /** Calls once there is something new; returns how to call it off. */
  whenMore(call: () => void): () => void {
    this.#waiting.add(call);
    return () => this.#waiting.delete(call);
  }

  #compact(): void {
    const latest = new Map(this.#records.map(each => [each.key, each.offset]));
    this.#records = this.#records.filter(
      ({ key, offset }) => latest.get(key) === offset,
    );
  }

  /** Of the first record at this offset or after it. */
  #indexOf(offset: bigint): number {
    let low = 0;
    let high = this.#records.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#records[middle].offset < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
