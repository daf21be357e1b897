import type { Knex } from 'knex';
import { inStorage } from './StorageError';

const ONE = { id: 1 };

/**
 * One count for all rows that replicas follow. Who writes raises it first and so holds its
 * row until the end: writes follow one another, and whoever has read up to a revision has
 * missed nothing before it.
 */
export class Revisions {
  /** @param table - has one row, `{ id: 1, revision }` */
  constructor(private readonly knex: Knex, private readonly table: string) {}

  async latest(): Promise<number> {
    return inStorage('read how far it is', async () => this.#read(this.knex));
  }

  /** @param what - what is done, as the end of "The database could not …" */
  async raise<T>(
    what: string,
    write: (transaction: Knex.Transaction, revision: number) => Promise<T>,
  ): Promise<T> {
    return inStorage(what, async () =>
      this.knex.transaction(async transaction => {
        await this.#row(transaction).increment('revision', 1);
        return write(transaction, await this.#read(transaction));
      }),
    );
  }

  async #read(knex: Knex): Promise<number> {
    const row = await this.#row(knex).first('revision');
    return Number(row!.revision);
  }

  #row(knex: Knex) {
    const rows = knex<{ id: number; revision: number | string }>(this.table);
    return rows.where(ONE);
  }
}
