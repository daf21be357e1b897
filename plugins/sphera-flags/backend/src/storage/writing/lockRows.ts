import { among } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import { eachPart } from '../putRows';

/** Rows of a table by their key, locked until the end of the transaction, in the order of the keys. */
export async function lockRows<T extends object>(
  trx: Knex.Transaction,
  table: string,
  key: keyof T & string,
  values: readonly string[],
): Promise<Map<string, T>> {
  const sorted = [...new Set(values)].sort();
  const rows: T[] = await eachPart(sorted, async some =>
    trx(table).whereIn(key, among(trx, some)).orderBy(key).forUpdate(),
  );
  return new Map(rows.map(row => [String(row[key]), row]));
}
