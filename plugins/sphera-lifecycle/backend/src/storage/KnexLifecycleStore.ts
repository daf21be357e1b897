import { NotFoundError } from '@backstage/errors';
import { inParts, inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { KeptLifecycle } from '../path/KeptLifecycle';
import { type LifecycleRow, toColumns, toLifecycle } from './lifecycleRow';
import type { LifecycleStore } from './LifecycleStore';

/** How often one may come second before something else is wrong. */
const TRIES = 20;
/** SQLite takes a few hundred rows of ten columns in one statement. */
const AT_ONCE = 100;

/** Life cycles in a database that Knex speaks to. */
export class KnexLifecycleStore implements LifecycleStore {
  constructor(private readonly knex: Knex) {}

  async all(): Promise<KeptLifecycle[]> {
    const rows = await inStorage('read the life cycles', async () =>
      this.#rows().select(),
    );
    return rows.map(toLifecycle);
  }

  async get(service: string): Promise<KeptLifecycle | undefined> {
    const row = await this.#row(service);
    return row && toLifecycle(row);
  }

  async add(lifecycles: readonly KeptLifecycle[]): Promise<void> {
    for (const part of inParts(lifecycles, AT_ONCE)) {
      await inStorage('keep the life cycles', async () =>
        this.#rows()
          .insert(part.map(kept => ({ ...toColumns(kept), revision: 1 })))
          .onConflict('service')
          .ignore(),
      );
    }
  }

  async change(
    service: string,
    change: (kept: KeptLifecycle) => KeptLifecycle,
  ): Promise<KeptLifecycle> {
    for (let tries = 1; tries <= TRIES; tries++) {
      const row = await this.#row(service);
      if (!row) throw new NotFoundError(`${service} has no life cycle yet`);
      const kept = toLifecycle(row);
      const changed = change(kept);
      if (changed === kept) return kept;
      const { revision } = row;
      const written = await inStorage('write the life cycle down', async () =>
        this.#rows()
          .where({ service, revision })
          .update({ ...toColumns(changed), revision: revision + 1 }),
      );
      if (written === 1) return changed;
    }
    throw new Error('The life cycle is changed faster than it can be written');
  }

  async #row(service: string): Promise<LifecycleRow | undefined> {
    return inStorage('read the life cycle', async () =>
      this.#rows().where({ service }).first(),
    );
  }

  #rows() {
    return this.knex<LifecycleRow>('lifecycles');
  }
}
