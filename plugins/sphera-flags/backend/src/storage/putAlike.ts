import { among, groupedBy } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import { eachPart, putRows } from './putRows';

/** Of fewer rows, one statement for all costs less than one for those that are alike. */
const WORTH_IT = 4;

/**
 * Overwrites or inserts rows. Those that are there already and come to be alike are written together, so that what they
 * share (a long definition, say) travels once.
 * @param likeness - the same for two rows where all changing columns are the same
 * @param fixed - columns that never change in a row that is there
 */
export async function putAlike<T extends { id: string }>(
  trx: Knex.Transaction,
  table: string,
  rows: readonly T[],
  {
    isThere,
    likeness,
    fixed,
  }: {
    isThere: (row: T) => boolean;
    likeness: (row: T) => string;
    fixed: Array<keyof T & string>;
  },
): Promise<void> {
  const groups = groupedBy(rows.filter(isThere), likeness);
  const large = groups.filter(({ length }) => length >= WORTH_IT);
  for (const alike of large) {
    const changing = Object.entries(alike[0]).filter(
      ([column]) => column !== 'id' && !fixed.includes(column as never),
    );
    const columns = Object.fromEntries(changing);
    const ids = alike.map(({ id }) => id);
    await eachPart(ids, async some => {
      await trx(table).whereIn('id', among(trx, some)).update(columns);
      return [];
    });
  }
  const written = new Set<T>(large.flat());
  const others: object[] = rows.filter(row => !written.has(row));
  await putRows(trx, table, 'id' as never, others as never);
}
