import type { LoggerService } from '@backstage/backend-plugin-api';
import { atMostEvery, type Clock } from '@sphera/plugin-operations-node';
import type { FollowedStore } from '../../storage/FlagStore';
import type { FlagsMemory } from './FlagsMemory';

const LOOK_EVERY_MS = 2_000;
const REPORTED_AT_MOST_EVERY_MS = 250;
/** A row has the moment at which writing began, on the clock of whoever wrote it: so far back every look reaches. */
const OVERLAP_MS = 5_000;
/** While reports pour in, most of them are seen by a shorter look, and the rest at the next long one. */
const SHORT_OVERLAP_MS = 1_000;

/** Keeps the memory as the database is: every two seconds, soon after reports, and before an answer after a write here. */
export class Follower {
  private lookedAt = 0;
  /** How far back the next look has to reach, since something became different; 0: nothing did. */
  private behind = 0;
  private isTrouble = false;
  private isStopped = false;
  private running?: Promise<void>;
  private next?: Promise<void>;
  private callOff = () => {};

  private readonly lookSoon: () => void;

  constructor(
    private readonly parts: {
      memory: FlagsMemory;
      followed: FollowedStore;
      clock: Clock;
      logger: LoggerService;
    },
  ) {
    this.lookSoon = atMostEvery(
      REPORTED_AT_MOST_EVERY_MS,
      () => {
        if (this.behind > 0) void this.look(this.behind);
      },
      parts.clock,
    );
  }

  /** Loads everything, and goes on looking. @throws StorageError */
  async start(): Promise<void> {
    await this.read(0);
    this.lookLater();
  }

  /** Somebody wrote something, here or on another replica: the next answer has it. */
  written(): void {
    this.behind = OVERLAP_MS;
  }

  /**
   * Clusters reported something: it is looked at soon, or for the next answer.
   * @param at - the moment that the rows have; a transaction that took long has one from before the last look
   */
  reported(at = this.lookedAt): void {
    const sinceThen = this.lookedAt - at + SHORT_OVERLAP_MS;
    this.behind = Math.max(this.behind, SHORT_OVERLAP_MS, sinceThen);
    this.lookSoon();
  }

  /** Resolves once the memory has all that was told before; where the database is away, as it was. */
  async current(): Promise<void> {
    if (this.behind > 0) await this.look(this.behind);
    else await this.running;
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.callOff();
    await this.running;
  }

  private lookLater(): void {
    this.callOff = this.parts.clock.after(LOOK_EVERY_MS, () => {
      void this.look().then(() => {
        if (!this.isStopped) this.lookLater();
      });
    });
  }

  /** One that began before may have missed what this one is for: then another comes after it, for all who wait. */
  private look(overlap = OVERLAP_MS): Promise<void> {
    if (this.isStopped) return Promise.resolve();
    if (!this.running) return this.begin(overlap);
    this.next ??= this.running.then(() => {
      this.next = undefined;
      return this.begin(OVERLAP_MS);
    });
    return this.next;
  }

  private begin(overlap: number): Promise<void> {
    this.behind = 0;
    this.running = this.read(this.lookedAt - overlap)
      .then(() => {
        this.isTrouble = false;
      })
      .catch(error => {
        this.behind = OVERLAP_MS;
        if (!this.isTrouble) {
          this.parts.logger.warn(`Flags are shown as they were: ${error}`);
        }
        this.isTrouble = true;
      })
      .finally(() => {
        this.running = undefined;
      });
    return this.running;
  }

  private async read(since: number): Promise<void> {
    const { memory, followed, clock } = this.parts;
    const lookedAt = clock.now();
    const [flags, cells, agents] = await Promise.all([
      followed.flagsSince(since),
      followed.cellsSince(since),
      followed.agents(),
    ]);
    memory.take({ flags, cells, agents });
    this.lookedAt = Math.max(this.lookedAt, lookedAt);
  }
}
