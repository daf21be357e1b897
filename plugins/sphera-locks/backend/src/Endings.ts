import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Lock } from '@sphera/plugin-locks-common';
import { Clock, Moment, Place } from './lockRules';

/** How long one replica may take to note an ending before another one does. */
const NOTING_MS = 60_000;
/** How long after a failure it tries again. */
const RETRY_MS = 10_000;
/** Longest delay that a timer of Node.js takes, about 24 days. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * Watches for the moments at which something changes with nobody doing anything:
 * a lock's time is up, a window opens or closes. No lock holds longer for want
 * of this watch; it puts endings on the record, and tells open pages in time.
 */
export class Endings {
  private timer?: NodeJS.Timeout;
  private stopped = false;

  constructor(
    private readonly parts: {
      /** All locks that hold, and the windows that open next. */
      standing: () => Promise<Lock[]>;
      /** Expired locks, for this replica alone to note until then. */
      takeExpired: (now: Moment, until: Moment) => Promise<Lock[]>;
      note: (lock: Lock) => Promise<unknown>;
      announce: (place: Place) => Promise<void>;
      clock: Clock;
      logger: LoggerService;
    },
  ) {}

  /** Puts endings on the record: each once, on one replica. Safe to run at any time. */
  async note(): Promise<void> {
    const { takeExpired, note, clock, logger } = this.parts;
    const now = clock();
    const until = new Date(now.getTime() + NOTING_MS);
    const taken = await takeExpired(now.toISOString(), until.toISOString());
    for (const lock of taken) {
      await note(lock).catch(error =>
        logger.warn(`The end of lock ${lock.id} is not noted yet: ${error}`),
      );
    }
  }

  /** Sets the timer to the next such moment; call it again whenever locks change. */
  async watch(): Promise<void> {
    const { standing, clock, logger } = this.parts;
    try {
      const locks = await standing();
      const now = clock();
      const [next] = locks
        .flatMap(turningPoints)
        .filter(moment => moment > now.toISOString())
        .sort();
      if (next === undefined) return;
      const turning = locks.filter(lock => turningPoints(lock).includes(next));
      this.setTimer(Date.parse(next) - now.getTime(), () => this.turn(turning));
    } catch (error) {
      logger.warn(`The end of locks cannot be watched for: ${error}`);
      this.setTimer(RETRY_MS, () => this.watch());
    }
  }

  /** Stops watching. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async turn(locks: Lock[]) {
    const { announce, logger } = this.parts;
    try {
      await this.note();
      // Every replica does so in the same moment: a page that hears it twice looks twice.
      for (const { window, service, environment } of locks) {
        if (window !== undefined) await announce({ service, environment });
      }
    } catch (error) {
      logger.warn(`The end of a lock could not be told: ${error}`);
    }
    await this.watch();
  }

  private setTimer(delayMs: number, run: () => Promise<void>) {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer =
      delayMs > LONGEST_MS
        ? setTimeout(() => void this.watch(), LONGEST_MS)
        : // Timers can ring up to a millisecond early.
          setTimeout(() => void run(), delayMs + 1);
    this.timer.unref();
  }
}

function turningPoints({ window, placedAt, expiresAt }: Lock): Moment[] {
  return [...(window ? [placedAt] : []), ...(expiresAt ? [expiresAt] : [])];
}
