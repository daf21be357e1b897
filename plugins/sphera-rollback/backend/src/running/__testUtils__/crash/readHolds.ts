import knex from 'knex';
import type { KeptRollback } from '../../KeptRollback';

/** What the database says of who is at a rollback. */
export interface Hold {
  id: string;
  state: KeptRollback['state'];
  /** Whether somebody has to be at it. */
  isDue: boolean;
  /** The replica that is at it, where one is. */
  by: string | null;
  /** Until when it is, in milliseconds. */
  until: number;
}

/** Reads it from the SQLite file of the rollbacks, by id. */
export async function readHolds(
  filename: string,
  ids: string[],
): Promise<Hold[]> {
  const database = knex({
    client: 'better-sqlite3',
    connection: { filename, options: { timeout: 100 } } as object,
    useNullAsDefault: true,
  });
  try {
    const rows = await database('rollbacks')
      .whereIn('id', ids)
      .select('id', 'state', 'is_due', 'held_by', 'held_until');
    return rows.map(row => ({
      id: row.id,
      state: row.state,
      isDue: Boolean(row.is_due),
      by: row.held_by,
      until: Number(row.held_until),
    }));
  } finally {
    await database.destroy();
  }
}
