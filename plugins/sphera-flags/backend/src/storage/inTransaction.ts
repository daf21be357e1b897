import { inStorage, StorageError } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';

/** How often a transaction may lose against others. */
const TRIES = 8;

/** How SQLite, MySQL and MariaDB say that two were in each other's way: once more, and it works. */
const IN_THE_WAY = [
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD',
  'ER_DUP_ENTRY',
  'SQLITE_BUSY',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
  'SQLITE_CONSTRAINT_UNIQUE',
];

/**
 * Runs statements all or none, again where another transaction was in the way. Rows are locked in this order, each kind
 * by its key: positions, agents, flags, roll-outs, cells, the outbox, notices.
 * @param what - what is done, as the end of "The database could not …"
 * @throws StorageError
 */
export async function inTransaction<T>(
  knex: Knex,
  what: string,
  run: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await inStorage(what, () => knex.transaction(run));
    } catch (error) {
      const { code } = error as StorageError;
      if (!IN_THE_WAY.includes(code ?? '') || tries === TRIES) throw error;
    }
  }
}
