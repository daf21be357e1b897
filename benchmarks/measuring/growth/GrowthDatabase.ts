import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import createKnex, { type Knex } from 'knex';

/** The database of a portal that grows: SQLite in a folder, or a MariaDB that was given. */
export interface GrowthDatabase {
  folder: string;
  /** As `mysql://user:password@host:port/any`; absent: SQLite. */
  url?: string;
  /** So begin the names of its databases on MariaDB. */
  prefix: string;
}

const FLAGS = 'sphera-flags';

const connectionOf = (url: string) => {
  const { hostname: host, port, username: user, password } = new URL(url);
  return { host, port: Number(port), user, password };
};

/** As `backend.database` of the configuration says it. */
export function databaseConfig(database: GrowthDatabase): JsonObject {
  const { folder, url, prefix } = database;
  return url
    ? { client: 'mysql2', prefix, connection: connectionOf(url) }
    : { client: 'better-sqlite3', connection: { directory: folder } };
}

/** The database of flags, by one connection. */
export function openFlags({ folder, url, prefix }: GrowthDatabase): Knex {
  if (!url) {
    return createKnex({
      client: 'better-sqlite3',
      connection: { filename: join(folder, `${FLAGS}.sqlite`) },
      useNullAsDefault: true,
    });
  }
  return createKnex({
    client: 'mysql2',
    connection: { ...connectionOf(url), database: `${prefix}${FLAGS}` },
    pool: { min: 1, max: 1 },
  });
}

/** How much room flags take. */
export async function bytesOf(
  { folder, url }: GrowthDatabase,
  knex: Knex,
): Promise<number> {
  if (!url) return statSync(join(folder, `${FLAGS}.sqlite`)).size;
  // Else it says what it was before.
  await knex.raw('analyze table flags, flag_cells');
  const [[{ bytes }]] = await knex.raw(
    'select sum(data_length + index_length) as bytes from information_schema.tables where table_schema = database()',
  );
  return Number(bytes);
}

/** Takes away what a MariaDB that was given would keep. */
export async function dropAll({ url, prefix }: GrowthDatabase): Promise<void> {
  if (!url) return;
  const knex = createKnex({ client: 'mysql2', connection: connectionOf(url) });
  const [rows] = await knex.raw('show databases like ?', [`${prefix}%`]);
  for (const row of rows) {
    await knex.raw('drop database ??', Object.values(row) as string[]);
  }
  await knex.destroy();
}
