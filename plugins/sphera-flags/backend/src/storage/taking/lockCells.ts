import type { Report } from '@sphera/plugin-flags-node';
import type { Knex } from 'knex';
import { eachPart } from '../putRows';
import { cellId } from '../rows/cellRow';
import { type HeardCells } from './hear';
import { HeardCell, type HeardRow } from './HeardCell';

/** All but the wanted definition, which is long and changed by nobody here. */
const COLUMNS: Array<keyof HeardRow> = [
  'id',
  'flag',
  'cluster',
  'wanted_revision',
  'wanted_fingerprint',
  'answer',
  'answer_reason',
  'answer_at',
  'reported_revision',
  'reported_fingerprint',
  'reported_definition',
  'reported_at',
  'reported_instance',
  'reported_sequence',
  'is_awaited',
  'resends',
  'resend_at',
];

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
      .whereIn('id', some)
      .orderBy('id')
      .forUpdate()
      .select(COLUMNS),
  );
  return new Map(rows.map(row => [row.id, HeardCell.of(row)]));
}
