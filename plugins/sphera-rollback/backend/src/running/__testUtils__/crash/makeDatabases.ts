import knex from 'knex';
import { join } from 'node:path';

/** The plugins of a replica that keep something, by their databases. */
const PLUGINS = ['sphera-rollback', 'sphera-locks', 'sphera-kubernetes'];

/**
 * Makes the SQLite files of plugins, such that whoever reads never waits for who writes: on a machine that is busy one of
 * several processes would else wait longer than SQLite's five seconds, and answer with an error.
 */
export async function makeDatabases(folder: string): Promise<void> {
  for (const plugin of PLUGINS) {
    const database = knex({
      client: 'better-sqlite3',
      connection: { filename: join(folder, `${plugin}.sqlite`) },
      useNullAsDefault: true,
    });
    try {
      // Written into the file: it is so for all who open it.
      await database.raw('PRAGMA journal_mode = WAL');
    } finally {
      await database.destroy();
    }
  }
}
