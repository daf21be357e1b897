import type { Log, SentRecord } from '@sphera/plugin-flags-node';

/** What a test does to messages on their way. */
export interface Disturbance {
  /** The other side cannot be reached. */
  isAway?: boolean;
  /** What is sent arrives, and whoever sent it hears that it did not. */
  losesAnswers?: boolean;
  /** What arrives, given what is sent: more often, in another order. */
  arrives?: (records: SentRecord[]) => SentRecord[];
}

/** A log with bad weather on the way to it. */
export class DisturbedLog implements Log {
  disturbance: Disturbance = {};

  /** @param log - where it leads; a test may let it lead elsewhere */
  constructor(public log: Log) {}

  async append(topic: string, records: SentRecord[]): Promise<void> {
    const { arrives = all => all, losesAnswers } = this.disturbance;
    this.reach();
    await this.log.append(topic, arrives(records));
    if (losesAnswers) throw new Error('The answer was lost');
  }

  async read(...args: Parameters<Log['read']>): ReturnType<Log['read']> {
    this.reach();
    const read = await this.log.read(...args);
    this.reach();
    return read;
  }

  async partitions(topic: string): Promise<number> {
    this.reach();
    return this.log.partitions(topic);
  }

  private reach(): void {
    if (this.disturbance.isAway) throw new Error('Nobody answers');
  }
}
