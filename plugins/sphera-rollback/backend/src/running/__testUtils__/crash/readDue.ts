import knex from 'knex';

/** Which of some rollbacks still want a replica to be at them, as the SQLite file of the rollbacks says; by id. */
export async function readDue(
  filename: string,
  ids: string[],
): Promise<string[]> {
  const database = knex({
    client: 'better-sqlite3',
    connection: { filename, options: { timeout: 100 } } as object,
    useNullAsDefault: true,
  });
  try {
    return await database('rollbacks')
      .whereIn('id', ids)
      .where({ is_due: true })
      .pluck('id');
  } finally {
    await database.destroy();
  }
}
