import { ServiceUnavailableError } from '@backstage/errors';
import type { NewRecord } from '../chain/chain';

/** Where records go for good. */
export interface RecordLog {
  /** Records are there for good once it resolves. */
  append(records: NewRecord[]): Promise<void>;
}

/** One for all plugins of a process: takes records from each and writes them together. */
export interface AuditSink {
  /**
   * Resolves when the record is stored for good.
   * @throws ServiceUnavailableError where it could not be, or not in time.
   */
  write(record: NewRecord): Promise<void>;
  /** Begins to store; what came earlier has waited. */
  open(log: RecordLog): void;
  /** Hears each time that records have been stored. */
  onStored(listener: () => void): void;
}

interface Waiting {
  record: NewRecord;
  settle(error?: Error): void;
  patience?: NodeJS.Timeout;
}

/** Bounds on what waits for the database. */
export interface SinkLimits {
  /** How many records may wait at once. */
  waiting: number;
  /** How long a writer waits, in milliseconds. */
  patienceMs: number;
  /** How many records go into one transaction. */
  together: number;
}

const LIMITS: SinkLimits = { waiting: 5000, patienceMs: 10_000, together: 100 };

/**
 * While one transaction is under way, records gather; they all go into the next
 * one. A disk that syncs a hundred times a second so takes thousands of records.
 */
export class GroupingAuditSink implements AuditSink {
  private readonly waiting = new Set<Waiting>();
  private readonly listeners: Array<() => void> = [];
  private readonly limits: SinkLimits;
  private log?: RecordLog;
  private writing = false;

  constructor(limits: Partial<SinkLimits> = {}) {
    this.limits = { ...LIMITS, ...limits };
  }

  open(log: RecordLog): void {
    this.log = log;
    this.writeOn();
  }

  onStored(listener: () => void): void {
    this.listeners.push(listener);
  }

  write(record: NewRecord): Promise<void> {
    if (this.waiting.size >= this.limits.waiting) {
      return Promise.reject(
        new ServiceUnavailableError(
          `The audit log cannot be written: ${this.limits.waiting} records are waiting already`,
        ),
      );
    }
    return new Promise((resolve, reject) => {
      const one: Waiting = {
        record,
        settle: error => {
          clearTimeout(one.patience);
          this.waiting.delete(one);
          if (error) reject(error);
          else resolve();
        },
      };
      one.patience = setTimeout(
        () => one.settle(this.tooLate()),
        this.limits.patienceMs,
      );
      this.waiting.add(one);
      this.writeOn();
    });
  }

  private writeOn(): void {
    const { log } = this;
    if (!log || this.writing || this.waiting.size === 0) return;
    const group = [...this.waiting].slice(0, this.limits.together);
    // In flight, they no longer wait for a place; each still has its patience.
    for (const one of group) this.waiting.delete(one);
    this.writing = true;
    log
      .append(group.map(one => one.record))
      .then(
        () => {
          for (const one of group) one.settle();
          for (const listener of this.listeners) listener();
        },
        error => {
          for (const one of group) one.settle(error);
        },
      )
      .finally(() => {
        this.writing = false;
        this.writeOn();
      });
  }

  private tooLate(): Error {
    const why = this.log
      ? 'the database did not answer'
      : 'the plugin sphera-audit has not started';
    return new ServiceUnavailableError(
      `The audit log cannot be written: ${why} within ${
        this.limits.patienceMs / 1000
      } seconds`,
    );
  }
}
