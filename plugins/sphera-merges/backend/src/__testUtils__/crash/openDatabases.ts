import { join } from 'node:path';
import knex from 'knex';

/** The databases of portals that come and go, in files. */
export function openDatabases(folder: string) {
  const open = (name: string) =>
    knex({
      client: 'better-sqlite3',
      connection: { filename: join(folder, `${name}.sqlite`) },
      useNullAsDefault: true,
      // One at a time, as the portal's own.
      pool: { min: 1, max: 1 },
    });
  return { locks: open('locks'), merges: open('merges') };
}
