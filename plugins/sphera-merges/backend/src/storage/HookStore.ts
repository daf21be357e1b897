import type { Problem } from '@sphera/plugin-merges-common';
import { among, inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';

interface HookRow {
  organization: string;
  problem: string | null;
}

/** Whether GitHub tells of what happens in an organisation. */
export interface KeptHook {
  organization: string;
  /** Why it does not. */
  problem?: Problem;
}

/** What came of the webhooks of organisations, for whichever replica is asked. */
export class HookStore {
  constructor(private readonly knex: Knex) {}

  /** In the order of their names. */
  async all(): Promise<KeptHook[]> {
    const rows = await inStorage('read the webhooks', async () =>
      this.#rows().orderBy('organization'),
    );
    return rows.map(({ organization, problem }) => ({
      organization,
      problem: problem ? JSON.parse(problem) : undefined,
    }));
  }

  async write({ organization, problem }: KeptHook): Promise<void> {
    const row = {
      organization,
      problem: problem ? JSON.stringify(problem) : null,
    };
    await inStorage('write the webhook down', async () =>
      this.#rows().insert(row).onConflict('organization').merge(),
    );
  }

  /** Forgets those of all others. */
  async keepOnly(organizations: readonly string[]): Promise<void> {
    await inStorage('forget webhooks', async () =>
      this.#rows()
        .whereNotIn('organization', among(this.knex, organizations) as string[])
        .delete(),
    );
  }

  #rows() {
    return this.knex<HookRow>('merge_hooks');
  }
}
