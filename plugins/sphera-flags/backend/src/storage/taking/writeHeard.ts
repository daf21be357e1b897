import { among } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import { putAlike } from '../putAlike';
import { eachPart } from '../putRows';
import type { CellRow } from '../rows/cellRow';
import type { HeardCell } from './HeardCell';

/** Writes what clusters said. One change of a flag becomes many reports that say the same of theirs. */
export async function writeHeard(
  trx: Knex.Transaction,
  cells: HeardCell[],
  now: number,
): Promise<void> {
  const kept = new Set(
    cells.filter(({ isKept }) => isKept).map(({ row }) => row.id),
  );
  const rows = cells.map(({ row }) => ({ ...row, updated_at: now }));
  await putAlike(trx, 'flag_cells', rows, {
    isThere: ({ id }) => kept.has(id),
    likeness: ({ id: _id, flag: _flag, cluster: _cluster, ...row }) =>
      JSON.stringify(Object.values(row)),
    fixed: ['flag', 'cluster', 'wanted_revision', 'wanted_fingerprint'],
  });
  const due = cells.filter(({ isDueAgain }) => isDueAgain);
  await eachPart(
    due.map(({ row }) => row.id),
    async some => {
      await trx<CellRow>('flag_cells')
        .whereIn('id', among(trx, some))
        .update({ resends: 0, resend_at: 0 });
      return [];
    },
  );
}
