import type { LoggerService } from '@backstage/backend-plugin-api';
import { type Lock, listLocks } from '@sphera/plugin-locks-common';
import {
  allPages,
  type Clock,
  groupedBy,
  growingWait,
  type OperationsService,
  type ServiceDirectory,
} from '@sphera/plugin-operations-node';
import type { RepositoryStore } from '../storage/RepositoryStore';
import type { KeptRepository } from '../storage/KeptRepository';
import type { WorkStore } from '../storage/WorkStore';
import { freezesOf, LEAVE, wishOf } from './freezesOf';
import type { RepositoryOfServices } from './repositoriesOf';

const PAGE = 200;
/** How long a repository that no service names any more is looked after still: a catalog may be incomplete for a while. */
const FORGOTTEN_AFTER_MS = 3_600_000;
/** How often a row is told that it is looked after still. */
const SEEN_EVERY_MS = 600_000;

/** Writes down what is wanted of each repository whenever locks, or services, change. */
export class WishKeeper {
  #looking?: Promise<void>;
  #again = false;
  #failures = 0;
  #cancel = () => {};

  constructor(
    private readonly parts: {
      operations: Pick<OperationsService, 'ask' | 'announce'>;
      directory: Pick<ServiceDirectory, 'list'>;
      stores: { repositories: RepositoryStore; work: WorkStore };
      /** Never looked after, in lower case. */
      except: readonly string[];
      /** Which repositories there are to look after, of these services. */
      repositories: (
        services: Awaited<ReturnType<ServiceDirectory['list']>>,
      ) => Promise<RepositoryOfServices[]>;
      /** There may be something to do. */
      onWish: () => void;
      clock: Clock;
      logger: LoggerService;
    },
  ) {}

  /** Looks now, or once more after the look under way; over when that is. Never throws: it tries again by itself. */
  async look(): Promise<void> {
    this.#again = true;
    this.#looking ??= this.#lookWhileAsked().finally(() => {
      this.#looking = undefined;
    });
    await this.#looking;
  }

  stop(): void {
    this.#cancel();
  }

  async #lookWhileAsked() {
    while (this.#again) {
      this.#again = false;
      this.#cancel();
      try {
        await this.#lookOnce();
        this.#failures = 0;
      } catch (error) {
        this.#failures++;
        const { clock, logger } = this.parts;
        logger.warn(`Merges cannot be brought in line with locks: ${error}`);
        const wait = growingWait(this.#failures, clock.random);
        this.#cancel = clock.after(wait, () => void this.look());
      }
    }
  }

  async #lookOnce() {
    const { operations, directory, onWish, clock } = this.parts;
    const { repositories: store } = this.parts.stores;
    const locks = await allPages<Lock>(cursor =>
      operations.ask(listLocks, { limit: PAGE, cursor }),
    );
    const present = await this.parts.repositories(await directory.list());
    const now = clock.now();
    const kept = new Map((await store.all()).map(row => [row.name, row]));
    await store.add(
      present.filter(({ name }) => !kept.has(name)),
      now,
    );
    const stale: string[] = [];
    for (const { name, services } of present) {
      const row = kept.get(name);
      kept.delete(name);
      if (!row) continue;
      if (row.services.join() !== services.join()) {
        await store.see(name, services, now);
      } else if (row.seenAt < now - SEEN_EVERY_MS) stale.push(name);
    }
    if (stale.length > 0) await store.seeAll(stale, now);

    for (const row of this.#left([...kept.values()], now)) {
      kept.delete(row.name);
      await this.#leave(row, now);
    }
    await this.#want([...present, ...kept.values()], locks, now);
    onWish();
  }

  /** What is no service's any more, and what somebody said is not to be held. */
  #left(others: readonly KeptRepository[], now: number) {
    const { except } = this.parts;
    return others.filter(
      ({ name, seenAt }) =>
        except.includes(name) || seenAt < now - FORGOTTEN_AFTER_MS,
    );
  }

  /** It is forgotten once nothing of the portal holds it any more. */
  async #leave(row: KeptRepository, now: number) {
    const { repositories, work } = this.parts.stores;
    const { name, known, noted, asked, done } = row;
    const wasNeverSeen = known.defaultBranch === undefined;
    const isFree = noted === 'open' && known.ruleset === undefined;
    if (wasNeverSeen || (row.isLeft && isFree && asked <= done)) {
      await repositories.forget(name);
    } else await work.want([name], LEAVE, now);
  }

  async #want(
    repositories: ReadonlyArray<{ name: string; services: string[] }>,
    locks: readonly Lock[],
    now: number,
  ) {
    const wishes = repositories.map(({ name, services }) => ({
      name,
      ...wishOf(freezesOf(locks, services)),
    }));
    let news = 0;
    for (const alike of groupedBy(wishes, ({ digest }) => digest)) {
      const names = alike.map(({ name }) => name);
      news += await this.parts.stores.work.want(names, alike[0], now);
    }
    // Pages show at once that something changes, however long GitHub takes.
    if (news > 0) await this.parts.operations.announce({});
  }
}
