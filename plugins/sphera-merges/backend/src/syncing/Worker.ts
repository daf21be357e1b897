import type { LoggerService } from '@backstage/backend-plugin-api';
import { type Clock, growingWait } from '@sphera/plugin-operations-node';
import type { Stores } from '../storage/openStores';
import type { Pause, RepositoryWork } from './RepositoryWork';

/** How many repositories at once. */
const AT_ONCE = 6;
/** How soon one looks whether another replica has let go of a repository. */
const BUSY_MS = 1_000;

/**
 * Does what is asked for, repository by repository. One that takes long keeps none of the others waiting, and those
 * that another replica is at are left to it.
 */
export class Worker {
  readonly #hands = new Set<Promise<void>>();
  #working = 0;
  /** Names. */
  readonly #underWay = new Set<string>();
  /** With another replica: by name, what forgets that it is. */
  readonly #busy = new Map<string, () => void>();
  #wakes = 0;
  #stopped = false;
  #cancel = () => {};
  #pause?: Pause;

  constructor(
    private readonly parts: {
      stores: Pick<Stores, 'work'>;
      work: RepositoryWork;
      clock: Clock;
      logger: LoggerService;
    },
  ) {}

  /** Looks what is to be done, now, however much is under way. */
  wake(): void {
    this.#wakes++;
    this.#cancel();
    if (this.#stopped) return;
    const places = this.#isPaused() ? 1 : AT_ONCE;
    while (this.#working < places) {
      this.#working++;
      const hand = this.#lendAHand().finally(() => {
        this.#hands.delete(hand);
      });
      this.#hands.add(hand);
    }
  }

  /** Ends after what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    for (const cancel of this.#busy.values()) cancel();
    await Promise.all(this.#hands);
  }

  async #lendAHand() {
    const { logger, clock } = this.parts;
    try {
      await this.#workWhileDue().finally(() => {
        this.#working--;
      });
      // The last one leaves word when there is more to do.
      if (this.#working === 0) await this.#wakeWhenDue();
    } catch (error) {
      logger.warn(`Merges cannot be looked after: ${error}`);
      this.#wakeIn(growingWait(3, clock.random));
    }
  }

  async #workWhileDue() {
    for (;;) {
      const wakes = this.#wakes;
      const found = await this.#next();
      // There may be more since it was looked for.
      if (!found && wakes !== this.#wakes) continue;
      if (!found) return;
      // Another one of these may have found the same meanwhile.
      if (this.#underWay.has(found.name)) continue;
      this.#underWay.add(found.name);
      try {
        const how = await this.parts.work.run(found, () => !this.#stopped);
        if (how === 'busy') this.#leaveFor(found.name);
        else if (how !== 'done') await this.#rest(how);
      } finally {
        this.#underWay.delete(found.name);
      }
    }
  }

  async #next() {
    if (this.#stopped) return undefined;
    if (this.#isPaused()) {
      // What is asked for meanwhile waits, too, and says so.
      await this.#sayPaused();
      return undefined;
    }
    const isFree = ({ name }: { name: string }) =>
      !this.#busy.has(name) && !this.#underWay.has(name);
    const limit = 1 + this.#busy.size + this.#underWay.size;
    const due = await this.parts.stores.work.due(this.parts.clock.now(), limit);
    return due.find(isFree);
  }

  /** Another replica is at it: it may be free in a while. */
  #leaveFor(name: string) {
    if (this.#stopped) return;
    const cancel = this.parts.clock.after(BUSY_MS, () => {
      this.#busy.delete(name);
      this.wake();
    });
    this.#busy.set(name, cancel);
  }

  #isPaused(): boolean {
    return this.parts.clock.now() < (this.#pause?.until ?? 0);
  }

  async #rest(pause: Pause) {
    if (pause.until > (this.#pause?.until ?? 0)) this.#pause = pause;
    await this.#sayPaused();
  }

  async #sayPaused() {
    const { until, problem } = this.#pause!;
    await this.parts.stores.work.pause(until, problem);
  }

  async #wakeWhenDue() {
    const { stores, clock } = this.parts;
    // One that is busy is due all the time, and looked at by itself.
    if (this.#stopped || this.#busy.size > 0) return;
    const dueAt = await stores.work.nextDue();
    if (dueAt === undefined) return;
    this.#wakeIn(Math.max(dueAt, this.#pause?.until ?? 0) - clock.now());
  }

  #wakeIn(milliseconds: number) {
    this.#cancel();
    if (this.#stopped) return;
    const wait = Math.max(milliseconds, 1);
    this.#cancel = this.parts.clock.after(wait, () => this.wake());
  }
}
