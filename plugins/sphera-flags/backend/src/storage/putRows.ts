import { inParts, insertMany } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';

/** How many rows or values one statement carries: SQLite takes no more than 500 rows. */
export const AT_ONCE = 250;

/** Inserts rows, many at a time. All rows have the same columns. */
export async function insertRows(
  trx: Knex.Transaction,
  table: string,
  rows: readonly object[],
): Promise<void> {
  for (const some of inParts(rows, AT_ONCE)) await insertMany(trx, table, some);
}

/** Inserts rows, or overwrites these columns of those that are there. All rows have the same columns. */
export async function putRows<T extends object>(
  trx: Knex.Transaction,
  table: string,
  key: keyof T & string,
  rows: readonly T[],
): Promise<void> {
  for (const some of inParts(rows, AT_ONCE)) {
    await insertMany(trx, table, some, { merge: key });
  }
}

/** Runs something for each part of a list of values, one after the other; returns all that it gave. */
export async function eachPart<V, R>(
  values: readonly V[],
  run: (part: V[]) => Promise<R[]>,
): Promise<R[]> {
  const found: R[] = [];
  for (const part of inParts(values, AT_ONCE)) found.push(...(await run(part)));
  return found;
}
