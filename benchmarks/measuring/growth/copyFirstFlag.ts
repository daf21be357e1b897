import { bytesOf, type GrowthDatabase, openFlags } from './GrowthDatabase';

/** Key of a flag, from its number. */
export const flagCalled = (number: number) =>
  `flag-${String(number).padStart(4, '0')}`;

/** Long ago enough that no look at the newest rows finds them. */
const AGE_MS = 3_600_000;

/** How each database writes a key from a number, and a cell's id from both. */
const WRITTEN = {
  sqlite: {
    key: `printf('flag-%04d', numbers.n)`,
    id: (key: string) => `cluster || '/' || ${key}`,
  },
  mysql: {
    key: `concat('flag-', lpad(numbers.n, 4, '0'))`,
    id: (key: string) => `concat(cluster, '/', ${key})`,
  },
};

/**
 * Makes more flags in the database of a portal that is stopped, each with the cells of the first: what writing each
 * through the portal would come to, in a minute instead of an hour. Returns the bytes of the database.
 */
export async function copyFirstFlag(
  database: GrowthDatabase,
  flags: number,
): Promise<number> {
  const knex = openFlags(database);
  const { key, id } = WRITTEN[database.url ? 'mysql' : 'sqlite'];
  if (!database.url) {
    // Nobody needs it after a crash.
    for (const pragma of ['synchronous = off', 'cache_size = -400000']) {
      await knex.raw(`pragma ${pragma}`);
    }
  }
  const copied = async (table: string, own: Record<string, string>) => {
    const columns = Object.keys(await knex(table).columnInfo());
    const values = columns.map(one => own[one] ?? `${table}.${one}`);
    await knex.raw(
      `insert into ${table} (${columns})
        select ${values} from ${table} join numbers
        where ${table}.flag = '${flagCalled(0)}' order by 1`,
    );
  };
  await knex.raw('create temporary table numbers (n integer primary key)');
  for (let n = 1; n < flags; n++) await knex('numbers').insert({ n });
  const updated = `updated_at - ${AGE_MS}`;
  await copied('flags', { flag: key, updated_at: updated });
  await copied('flag_cells', { id: id(key), flag: key, updated_at: updated });
  const bytes = await bytesOf(database, knex);
  await knex.destroy();
  return bytes;
}
