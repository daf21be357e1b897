import { inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';

const ONE = { id: 1 };

/**
 * One count for everything that is known of secrets. Who writes raises it first and so
 * holds its row until the end: writes follow one another, and whoever has read up to a
 * revision has missed nothing before it.
 */
export class Revisions {
  constructor(private readonly knex: Knex) {}

  async latest(): Promise<number> {
    return inStorage('read how far it is', async () => read(this.knex));
  }

  /** @param what - what is done, as the end of "The database could not …" */
  async raise<T>(
    what: string,
    write: (transaction: Knex.Transaction, revision: number) => Promise<T>,
  ): Promise<T> {
    return inStorage(what, async () =>
      this.knex.transaction(async transaction => {
        await revisions(transaction).where(ONE).increment('revision', 1);
        return write(transaction, await read(transaction));
      }),
    );
  }
}

function revisions(knex: Knex) {
  return knex<{ id: number; revision: number | string }>('secret_revisions');
}

async function read(knex: Knex): Promise<number> {
  const row = await revisions(knex).where(ONE).first('revision');
  return Number(row!.revision);
}
