import type { LoggerService } from '@backstage/backend-plugin-api';
import { noteMergeSwitch } from '@sphera/plugin-merges-common';
import {
  type Clock,
  growingWait,
  NeighbourError,
  type OperationsService,
} from '@sphera/plugin-operations-node';
import type { MergeSettings } from '../settings/MergeSettings';
import type { KeptRepository, Outcome } from '../storage/KeptRepository';
import type { Stores } from '../storage/openStores';
import { problemOf, type RepositorySync } from './RepositorySync';

const TURN_MS = 120_000;
/** How many repositories at once. */
const AT_ONCE = 6;
const LONGEST_RETRY_MS = 120_000;
/** How soon one looks whether another replica has let go of a repository that was asked for meanwhile. */
const BUSY_MS = 1_000;

/** Does what is asked for, repository by repository; those that another replica is at are left to it. */
export class Worker {
  #working?: Promise<void>;
  #again = false;
  #stopped = false;
  #cancel = () => {};
  #pausedUntil = 0;

  constructor(
    private readonly parts: {
      settings: Pick<MergeSettings, 'strategy'>;
      stores: Stores;
      sync: RepositorySync;
      operations: OperationsService;
      clock: Clock;
      logger: LoggerService;
    },
  ) {
    const { operations } = parts;
    operations.handle(
      noteMergeSwitch,
      async ({ input: { repository, to } }) => {
        await parts.stores.repositories.note(repository, to);
        return { repository };
      },
    );
  }

  /** Looks what is to be done, now, or once more after the round under way. */
  wake(): void {
    this.#again = true;
    this.#working ??= this.#workWhileAsked().finally(() => {
      this.#working = undefined;
    });
  }

  /** Ends after what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    await this.#working;
  }

  async #workWhileAsked() {
    this.#cancel();
    while (this.#again && !this.#stopped) {
      this.#again = false;
      try {
        await this.#round();
      } catch (error) {
        this.parts.logger.warn(`Merges cannot be looked after: ${error}`);
        this.#wakeIn(growingWait(3, this.parts.clock.random));
      }
    }
  }

  async #round() {
    const { stores, clock } = this.parts;
    const busy = new Set<string>();
    const underWay = new Set<string>();
    const next = async () => {
      const now = clock.now();
      if (this.#stopped || now < this.#pausedUntil) return undefined;
      const limit = 1 + busy.size + underWay.size;
      const due = await stores.repositories.due(now, limit);
      return due.find(({ name }) => !busy.has(name) && !underWay.has(name));
    };
    const work = async () => {
      for (;;) {
        const found = await next();
        // Another one of these may have found the same meanwhile.
        if (!found) return;
        if (underWay.has(found.name)) continue;
        underWay.add(found.name);
        try {
          if (!(await this.#inTurn(found))) busy.add(found.name);
        } finally {
          underWay.delete(found.name);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (busy.size > 0) this.#wakeIn(BUSY_MS);
    const dueAt = await stores.repositories.nextDue();
    if (dueAt !== undefined && busy.size === 0) {
      this.#wakeIn(Math.max(dueAt, this.#pausedUntil) - clock.now());
    }
  }

  #wakeIn(milliseconds: number) {
    this.#cancel();
    if (this.#stopped) return;
    const wait = Math.max(milliseconds, 1);
    this.#cancel = this.parts.clock.after(wait, () => this.wake());
  }

  /** `false`: another replica is at it. */
  async #inTurn({ name }: KeptRepository): Promise<boolean> {
    const { stores, clock } = this.parts;
    const take = () =>
      stores.turns.take(name, clock.now(), clock.now() + TURN_MS);
    if (!(await take())) return false;
    try {
      // As it is now: another replica may have done it meanwhile.
      const repository = await stores.repositories.get(name);
      if (repository && repository.asked > repository.done) {
        await this.#bring(
          repository,
          async () => !this.#stopped && (await take()),
        );
      }
      return true;
    } finally {
      await stores.turns.letGo(name);
    }
  }

  async #bring(repository: KeptRepository, goOn: () => Promise<boolean>) {
    const { stores, sync } = this.parts;
    try {
      const outcome = await sync.bring(repository, goOn);
      if (!outcome) return;
      await stores.repositories.finish(
        repository.name,
        repository.asked,
        outcome,
      );
      await this.#note(repository, outcome).catch(error =>
        // It is so all the same, and goes on the record at the next comparison.
        this.parts.logger.warn(
          `A switch of the merges of ${repository.spelled} is not noted yet: ${error}`,
        ),
      );
      await this.#tell(repository);
    } catch (error) {
      await this.#fail(repository, error);
    }
  }

  async #note(repository: KeptRepository, { state, open }: Outcome) {
    const { name, services, wanted, noted, freezes } = repository;
    if (state !== wanted || noted === wanted) return;
    const { operations, settings } = this.parts;
    const [freeze] = freezes;
    await operations.run(
      noteMergeSwitch,
      {
        repository: name,
        services,
        to: wanted,
        strategy: settings.strategy,
        pullRequests: open,
        reason: freeze ? freeze.reason : 'No freeze covers it any more',
      },
      { actor: freeze?.placedBy ?? 'sphera-merges', door: 'schedule' },
    );
  }

  async #fail(repository: KeptRepository, error: unknown) {
    const { stores, clock, logger } = this.parts;
    const { name, spelled, asked, tries, wanted, noted } = repository;
    const now = clock.now();
    const isNeighbour = error instanceof NeighbourError;
    if (!isNeighbour) {
      logger.warn(`Merges of ${spelled} cannot be looked after: ${error}`);
    }
    const isPassing = !isNeighbour || error.isPassing;
    const pause = isNeighbour ? error.retryAfter : undefined;
    const wait =
      pause ?? growingWait(tries + 1, clock.random, LONGEST_RETRY_MS);
    const retryAt = now + wait;
    const problem = {
      ...problemOf(
        repository,
        isNeighbour ? error.message : 'The portal itself failed: see its log',
        now,
      ),
      ...(isPassing && { retryAt: new Date(retryAt).toISOString() }),
    };
    // What is so already stays so while GitHub cannot be asked.
    const isSettled = noted === wanted && repository.state === wanted;
    const unsettled = pause === undefined ? 'failed' : 'changing';
    const state = isSettled ? repository.state : unsettled;
    const since = state === repository.state ? repository.since : now;
    await stores.repositories.fail(name, {
      outcome: { ...repository, state, since, problem },
      retryAt: isPassing ? retryAt : 0,
      tries: tries + 1,
      // What GitHub refuses it will refuse again: the next comparison tries once more.
      ...(!isPassing && { done: asked }),
    });
    if (pause !== undefined) {
      this.#pausedUntil = Math.max(this.#pausedUntil, retryAt);
      await stores.repositories.pause(retryAt, problem);
    }
    await this.#tell(repository);
  }

  /** Open pages, of every replica. */
  async #tell({ services }: KeptRepository) {
    const targets = services.length > 0 ? services : [undefined];
    for (const service of targets) {
      await this.parts.operations.announce({ service });
    }
  }
}
