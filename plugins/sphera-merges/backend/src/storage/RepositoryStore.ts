import { among, inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { KeptRepository } from './KeptRepository';
import {
  outcomeColumns,
  type RepositoryRow,
  toRepository,
  wishColumns,
} from './repositoryRow';

/** The repositories that the portal looks after. What is done with them is in the `WorkStore`. */
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

  #rows() {
    return this.knex<RepositoryRow>('merge_repositories');
  }
}
