import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import { isTransient } from './guarded';

const MOST_TRIES = 6;
const FIRST_PAUSE_MS = 10;

/** Works in a transaction; once more where the database undid it because another was in its way. */
export async function transaction<T>(
  knex: Knex,
  work: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await knex.transaction(work);
    } catch (error) {
      if (!isTransient(error) || tries === MOST_TRIES) throw error;
      await pause(FIRST_PAUSE_MS * 2 ** tries * Math.random());
    }
  }
}
