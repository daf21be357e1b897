import { NotFoundError } from '@backstage/errors';
import { ifNobodyDid, inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { KeptCreation } from '../creations/KeptCreation';
import {
  changingColumns,
  type CreationRow,
  newRow,
  toKept,
} from './creationRow';
import type { CreationQuery, CreationStore } from './CreationStore';

/** How often one may come second before something else is wrong. */
const TRIES = 20;

/** Creations in a database that Knex speaks to. */
export class KnexCreationStore implements CreationStore {
  constructor(private readonly knex: Knex) {}

  async add(creation: KeptCreation): Promise<KeptCreation | undefined> {
    for (let tries = 1; ; tries++) {
      const isAdded = await ifNobodyDid('keep the creation', async () =>
        this.#rows().insert(newRow(creation)),
      );
      if (isAdded) return undefined;
      const other = await this.named(creation.draft.name);
      if (other) return other;
      if (tries === TRIES) {
        throw new Error('The creation cannot be kept, and none has its name');
      }
    }
  }

  async get(id: string): Promise<KeptCreation | undefined> {
    const row = await this.#row(id);
    return row && toKept(row);
  }

  async named(name: string): Promise<KeptCreation | undefined> {
    const row = await inStorage('read the creations', async () =>
      this.#rows().where({ taken_name: name }).first(),
    );
    return row && toKept(row);
  }

  async change(
    id: string,
    change: (creation: KeptCreation) => KeptCreation,
  ): Promise<KeptCreation> {
    for (let tries = 1; tries <= TRIES; tries++) {
      const row = await this.#row(id);
      if (!row) throw new NotFoundError(`There is no creation ${id}`);
      const changed = change(toKept(row));
      const { revision } = row;
      const written = await inStorage('write the creation down', async () =>
        this.#rows()
          .where({ id, revision })
          .update({ ...changingColumns(changed), revision: revision + 1 }),
      );
      if (written === 1) return changed;
    }
    throw new Error('The creation is changed faster than it can be written');
  }

  async list(
    query: CreationQuery,
    { limit, offset }: { limit: number; offset: number },
  ): Promise<KeptCreation[]> {
    const rows = await inStorage('read the creations', async () =>
      this.#matching(query)
        .orderBy([
          { column: 'started_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(limit)
        .offset(offset),
    );
    return rows.map(toKept);
  }

  async count(query: CreationQuery): Promise<number> {
    const [{ count }] = await inStorage('count the creations', async () =>
      this.#matching(query).count({ count: '*' }),
    );
    return Number(count);
  }

  async #row(id: string): Promise<CreationRow | undefined> {
    return inStorage('read the creation', async () =>
      this.#rows().where({ id }).first(),
    );
  }

  #matching({ state, name }: CreationQuery) {
    return this.#rows().where({
      ...(state !== undefined && { state }),
      ...(name !== undefined && { name }),
    });
  }

  #rows() {
    return this.knex<CreationRow>('creations');
  }
}
