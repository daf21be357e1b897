import type { Knex } from 'knex';
import { inJson } from './inJson';

/** Many values, for `whereIn`: as they are, or on SQLite as one list. */
export function among<T extends string | number>(
  knex: Knex,
  values: readonly T[],
): readonly T[] {
  const json = inJson(knex, values);
  if (json === undefined) return values;
  const query = knex.raw('select value from json_each(?)', [json]);
  // Knex takes a query wherever it takes values; its types say so of builders alone.
  return query as unknown as readonly T[];
}
