import type { Knex } from 'knex';
import { putAlike } from '../putAlike';
import type { WishedRow } from './newCell';

/** Writes cells as wishes leave them: most clusters of a flag are alike, and come to be alike. */
export async function writeCells(
  trx: Knex.Transaction,
  cells: readonly WishedRow[],
  before: ReadonlyMap<string, unknown>,
): Promise<void> {
  await putAlike(trx, 'flag_cells', cells, {
    isThere: ({ id }) => before.has(id),
    likeness: cell =>
      [
        cell.wanted_change,
        cell.wanted_revision,
        cell.wanted_definition,
        cell.reported_definition,
      ].join('\n'),
    fixed: ['flag', 'cluster'],
  });
}
