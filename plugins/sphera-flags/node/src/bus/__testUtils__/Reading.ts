import type { ReceivedRecord, Running } from '../Bus';

/** What somebody has received so far. */
export class Reading {
  /** Each batch that was given, also where its handler threw. */
  readonly offered: ReceivedRecord[][] = [];
  /** What was taken, in order. */
  readonly records: ReceivedRecord[] = [];
  /** How many records had been taken when it was told that it had caught up. */
  caughtUpAfter?: number;
  readonly #running: Running;

  constructor(begin: (reading: Reading) => Running) {
    this.#running = begin(this);
  }

  take(records: ReceivedRecord[], isCaughtUp: boolean): void {
    this.records.push(...records);
    if (isCaughtUp) this.caughtUpAfter ??= this.records.length;
  }

  /** Values of a cluster's records, or of all, in the order in which they came. */
  values(cluster?: string): Array<string | null> {
    return this.records
      .filter(
        ({ key }) => cluster === undefined || key?.split('/')[0] === cluster,
      )
      .map(({ value }) => value);
  }

  stop(): Promise<void> {
    return this.#running.stop();
  }
}
