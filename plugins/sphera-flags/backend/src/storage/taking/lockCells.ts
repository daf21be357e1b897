import type { Report } from '@sphera/plugin-flags-node';
import { among } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import { eachPart } from '../putRows';
import { cellId } from '../rows/cellRow';
import { HeardCells } from './HeardCells';
import { HEARD_COLUMNS, type HeardRow } from './HeardRow';

/** The cells that reports speak of, locked in the order of their keys. */
export async function lockCells(
  trx: Knex.Transaction,
  reports: Report[],
): Promise<HeardCells> {
  const ids = new Set<string>();
  for (const report of reports) {
    if (report.kind === 'acknowledgement' || report.kind === 'refusal') {
      ids.add(cellId(report.cluster, report.flag));
    }
    if (report.kind !== 'snapshot') continue;
    for (const { flag } of report.flags) ids.add(cellId(report.cluster, flag));
    const { cluster, after, upTo } = report;
    const rows: Array<{ id: string }> = await trx('flag_cells')
      .where({ cluster })
      .modify(query => {
        if (after !== null) query.where('flag', '>', after);
        if (upTo !== null) query.where('flag', '<=', upTo);
      })
      .select('id');
    for (const { id } of rows) ids.add(id);
  }
  const rows: HeardRow[] = await eachPart([...ids].sort(), async some =>
    trx('flag_cells')
      .whereIn('id', among(trx, some))
      .orderBy('id')
      .forUpdate()
      .select(HEARD_COLUMNS),
  );
  return new HeardCells(rows);
}
