import type { Knex } from 'knex';
import { inJson } from './inJson';

/**
 * Inserts rows in one statement, in their order; all have the same columns.
 * @param merge - overwrites all other columns of a row that is there with the same key
 */
export async function insertMany<T extends object>(
  knex: Knex,
  table: string,
  rows: readonly T[],
  { merge: key }: { merge?: keyof T & string } = {},
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]) as Array<keyof T & string>;
  const others = columns.filter(column => column !== key);
  const values = rows.map(row => columns.map(column => row[column]));
  const json = inJson(knex, values);
  if (json === undefined) {
    const inserting = knex(table).insert(rows);
    await (key ? inserting.onConflict(key).merge(others) : inserting);
    return;
  }
  const list = (what: string) => columns.map(() => what).join(', ');
  const each = columns.map((_, at) => `value ->> ${at}`).join(', ');
  const set = others.map(() => '?? = excluded.??').join(', ');
  const onConflict = key ? `on conflict (??) do update set ${set}` : '';
  await knex.raw(
    // Without `where` SQLite takes `on` for the beginning of a join.
    `insert into ?? (${list(
      '??',
    )}) select ${each} from json_each(?) where true ${onConflict}`,
    [
      table,
      ...columns,
      json,
      ...(key ? [key, ...others.flatMap(one => [one, one])] : []),
    ],
  );
}
