import { among, inStorage } from '@sphera/plugin-operations-node';
import type { Problem } from '@sphera/plugin-merges-common';
import type { Knex } from 'knex';
import type { KeptRepository, Outcome, Wish } from './KeptRepository';
import {
  outcomeColumns,
  type RepositoryRow,
  toRepository,
  wishColumns,
} from './repositoryRow';

/** Repositories that the portal looks after: what is wanted, what is so, and what is still to be done. */
export class RepositoryStore {
  constructor(private readonly knex: Knex) {}

  async all(): Promise<KeptRepository[]> {
    const rows = await inStorage('read the repositories', async () =>
      this.#rows().select(),
    );
    return rows.map(toRepository);
  }

  async get(name: string): Promise<KeptRepository | undefined> {
    const row = await inStorage('read the repository', async () =>
      this.#rows().where({ name }).first(),
    );
    return row && toRepository(row);
  }

  /** Adds those that are not there yet; each is asked for at once, with everything compared. */
  async add(
    repositories: ReadonlyArray<
      Pick<KeptRepository, 'name' | 'spelled' | 'services'>
    >,
    now: number,
  ): Promise<void> {
    const rows: RepositoryRow[] = repositories.map(
      ({ name, spelled, services }) => ({
        name,
        spelled,
        services: JSON.stringify(services),
        ...wishColumns({ wanted: 'open', freezes: [] }),
        wish: '',
        seen_at: now,
        asked: 1,
        asked_deep: 1,
        done: 0,
        retry_at: 0,
        tries: 0,
        noted: 'open',
        ...outcomeColumns({
          state: 'changing',
          since: now,
          open: 0,
          held: 0,
          exempt: 0,
          newestAt: 0,
          known: {},
        }),
      }),
    );
    for (const row of rows) {
      // Another replica may be adding the same.
      await inStorage('add a repository', async () =>
        this.#rows().insert(row).onConflict('name').ignore(),
      );
    }
  }

  /** Who is built from it, and that it is looked after still. */
  async see(
    name: string,
    services: readonly string[],
    now: number,
  ): Promise<void> {
    await inStorage('write the repository down', async () =>
      this.#rows()
        .where({ name })
        .update({ services: JSON.stringify(services), seen_at: now }),
    );
  }

  /** The same of many, of which nothing else is new. */
  async seeAll(names: readonly string[], now: number): Promise<void> {
    await inStorage('write repositories down', async () =>
      this.#rows()
        .whereIn('name', among(this.knex, names) as string[])
        .update({ seen_at: now }),
    );
  }

  async forget(name: string): Promise<void> {
    await inStorage('forget a repository', async () => {
      await this.knex('merge_pull_requests')
        .where({ repository: name })
        .delete();
      await this.#rows().where({ name }).delete();
    });
  }

  /**
   * Wants something else of repositories; those of which it is wanted already are left alone, so that of several
   * replicas one alone has it done.
   * @param digest - of the wish
   */
  async want(
    names: readonly string[],
    wish: Wish & { digest: string },
    now: number,
  ): Promise<void> {
    const { digest, wanted } = wish;
    const those = () =>
      this.#rows()
        .whereIn('name', among(this.knex, names) as string[])
        .whereNot({ wish: digest });
    await inStorage('want something of repositories', async () => {
      await those()
        .whereNot({ wanted })
        .update({ state: 'changing', since: now });
      await those().update({
        ...wishColumns(wish),
        wish: digest,
        asked: this.knex.raw('asked + 1'),
        retry_at: 0,
        tries: 0,
      });
    });
  }

  /** Asks for repositories once more; @param names - absent: all of them */
  async ask({
    names,
    deep,
  }: {
    names?: readonly string[];
    deep: boolean;
  }): Promise<number> {
    return inStorage('ask for repositories', async () => {
      const those = this.#rows();
      if (names)
        void those.whereIn('name', among(this.knex, names) as string[]);
      return those.update({
        // In this order: MySQL takes what was set before, other databases what was there.
        ...(deep && { asked_deep: this.knex.raw('asked + 1') }),
        asked: this.knex.raw('asked + 1'),
      });
    });
  }

  /** Those with something to do: of which people wait most, first. */
  async due(now: number, limit: number): Promise<KeptRepository[]> {
    const rows = await inStorage('read what is to be done', async () =>
      this.#rows()
        .where('asked', '>', this.knex.ref('done'))
        .where('retry_at', '<=', now)
        .orderBy([
          { column: 'state' },
          { column: 'newest_at', order: 'desc' },
          { column: 'name' },
        ])
        .limit(limit),
    );
    return rows.map(toRepository);
  }

  /** When the next one is due that is not yet; `undefined`: none is. */
  async nextDue(): Promise<number | undefined> {
    const [{ next }] = await inStorage('read what is to be done', async () =>
      this.#rows()
        .where('asked', '>', this.knex.ref('done'))
        .min({ next: 'retry_at' }),
    );
    return next === null || next === undefined ? undefined : Number(next);
  }

  /** What was asked for is done. */
  async finish(name: string, done: number, outcome: Outcome): Promise<void> {
    await this.#update(name, {
      ...outcomeColumns(outcome),
      done,
      retry_at: 0,
      tries: 0,
    });
  }

  /** It could not be done. @param done - where there is no use in trying again soon */
  async fail(
    name: string,
    failure: {
      outcome: Outcome;
      retryAt: number;
      tries: number;
      done?: number;
    },
  ): Promise<void> {
    const { outcome, retryAt, tries, done } = failure;
    await this.#update(name, {
      ...outcomeColumns(outcome),
      retry_at: retryAt,
      tries,
      ...(done !== undefined && { done }),
    });
  }

  /** GitHub wants to be left alone: says so at everything that is to be done. */
  async pause(until: number, problem: Problem): Promise<void> {
    await inStorage('pause', async () =>
      this.#rows()
        .where('asked', '>', this.knex.ref('done'))
        .where('retry_at', '<', until)
        .update({ retry_at: until, problem: JSON.stringify(problem) }),
    );
  }

  /** A switch is on the record. */
  async note(name: string, noted: KeptRepository['noted']): Promise<void> {
    await this.#update(name, { noted });
  }

  async #update(name: string, columns: Partial<RepositoryRow>): Promise<void> {
    await inStorage('write the repository down', async () =>
      this.#rows().where({ name }).update(columns),
    );
  }

  #rows() {
    return this.knex<RepositoryRow>('merge_repositories');
  }
}
