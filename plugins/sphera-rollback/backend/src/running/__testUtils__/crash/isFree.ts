import knex from 'knex';

/** Whether nobody is in the middle of writing an SQLite file. */
export async function isFree(filename: string): Promise<boolean> {
  const database = knex({
    client: 'better-sqlite3',
    connection: { filename, options: { timeout: 100 } } as object,
    useNullAsDefault: true,
  });
  try {
    await database.raw('BEGIN EXCLUSIVE');
    await database.raw('ROLLBACK');
    return true;
  } catch {
    return false;
  } finally {
    await database.destroy();
  }
}
