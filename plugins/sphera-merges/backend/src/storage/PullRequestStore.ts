import { among, insertMany, inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { KeptPullRequest } from './KeptPullRequest';
import {
  idOf,
  type PullRequestRow,
  toPullRequest,
  toRow,
} from './pullRequestRow';

/** Open pull requests, and what GitHub was told of each. */
export class PullRequestStore {
  constructor(private readonly knex: Knex) {}

  /** Of a repository, the most recently updated first. */
  async of(repository: string, limit?: number): Promise<KeptPullRequest[]> {
    const rows = await inStorage('read the pull requests', async () => {
      const found = this.#rows()
        .where({ repository })
        .orderBy([
          { column: 'updated_at', order: 'desc' },
          { column: 'number', order: 'desc' },
        ]);
      return limit === undefined ? found : found.limit(limit);
    });
    return rows.map(toPullRequest);
  }

  async write(pullRequests: readonly KeptPullRequest[]): Promise<void> {
    await inStorage('write pull requests down', async () =>
      insertMany(this.knex, 'merge_pull_requests', pullRequests.map(toRow), {
        merge: 'id',
      }),
    );
  }

  /** Those are closed, or go somewhere else now. */
  async forget(repository: string, numbers: readonly number[]): Promise<void> {
    if (numbers.length === 0) return;
    const ids = numbers.map(number => idOf(repository, number));
    await inStorage('forget pull requests', async () =>
      this.#rows()
        .whereIn('id', among(this.knex, ids) as string[])
        .delete(),
    );
  }

  /** Whether one with this head is exempt. */
  async isExempt(repository: string, head: string): Promise<boolean> {
    const row = await inStorage('read a pull request', async () =>
      this.#rows().where({ repository, head, state: 'exempt' }).first(),
    );
    return row !== undefined;
  }

  /** What was set at a commit may not be what is there now: it is looked at before anything is told again. */
  async doubt(repository: string, head: string): Promise<void> {
    await inStorage('write pull requests down', async () =>
      this.#rows().where({ repository, head }).update({ head: '' }),
    );
  }

  #rows() {
    return this.knex<PullRequestRow>('merge_pull_requests');
  }
}
