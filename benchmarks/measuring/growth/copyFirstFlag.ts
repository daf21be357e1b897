import { statSync } from 'node:fs';
import { join } from 'node:path';
import createKnex from 'knex';

/** Key of a flag, from its number. */
export const flagCalled = (number: number) =>
  `flag-${String(number).padStart(4, '0')}`;

/** Long ago enough that no look at the newest rows finds them. */
const AGE_MS = 3_600_000;

/**
 * Makes more flags in the database of a portal that is stopped, each with the cells of the first: what writing each
 * through the portal would come to, in a minute instead of an hour. Returns the bytes of the file.
 */
export async function copyFirstFlag(
  folder: string,
  flags: number,
): Promise<number> {
  const filename = join(folder, 'sphera-flags.sqlite');
  const knex = createKnex({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
  });
  // Nobody needs it after a crash.
  for (const pragma of ['synchronous = off', 'cache_size = -400000']) {
    await knex.raw(`pragma ${pragma}`);
  }
  const columnsOf = async (table: string) =>
    Object.keys(await knex(table).columnInfo());
  const copied = async (table: string, own: Record<string, string>) => {
    const columns = await columnsOf(table);
    const values = columns.map(one => own[one] ?? `"${one}"`);
    await knex.raw(
      `insert into "${table}" (${columns.map(one => `"${one}"`)})
        select ${values} from "${table}" join numbers
        where "flag" = '${flagCalled(0)}' order by 1`,
    );
  };
  const key = `printf('flag-%04d', numbers.n)`;
  await knex.raw('create temp table numbers (n integer primary key)');
  for (let n = 1; n < flags; n++) await knex('numbers').insert({ n });
  const updated = `"updated_at" - ${AGE_MS}`;
  await copied('flags', { flag: key, updated_at: updated });
  await copied('flag_cells', {
    id: `"cluster" || '/' || ${key}`,
    flag: key,
    updated_at: updated,
  });
  await knex.destroy();
  return statSync(filename).size;
}
