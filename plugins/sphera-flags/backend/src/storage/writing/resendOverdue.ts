import { among, groupedBy } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import { eachPart, insertRows } from '../putRows';
import { type CellRow, definitionReader } from '../rows/cellRow';
import type { FlagRow } from '../rows/flagRow';
import { lockRows } from './lockRows';
import { wishMessage } from './wishMessage';

const LONGEST_MS = 3_600_000;

type Overdue = Pick<CellRow, 'id' | 'wanted_revision' | 'resends'>;

const isSame = (one: Overdue, other: Overdue) =>
  Number(one.wanted_revision) === Number(other.wanted_revision) &&
  Number(one.resends) === Number(other.resends);

/**
 * Puts wishes into the outbox again that are not answered and overdue, where the cluster was heard lately. The first time
 * `afterMs` after they were sent, then after twice, four times … as long, up to an hour. Returns how many.
 */
export async function resendOverdue(
  trx: Knex.Transaction,
  {
    now,
    afterMs,
    heardSince,
    limit,
  }: { now: number; afterMs: number; heardSince: number; limit: number },
): Promise<number> {
  const overdue: Overdue[] = await trx('flag_cells')
    .where({ is_awaited: true })
    .where(due =>
      due
        .where(first =>
          first.where('resends', 0).where('resend_at', '<=', now - afterMs),
        )
        .orWhere(again =>
          again.where('resends', '>', 0).where('resend_at', '<=', now),
        ),
    )
    .whereIn(
      'cluster',
      trx('flag_agents').where('heard_at', '>=', heardSince).select('cluster'),
    )
    .whereNotExists(
      trx('flag_outbox')
        .whereRaw('?? = ??', ['flag_outbox.cell', 'flag_cells.id'])
        .select('id'),
    )
    .orderBy('resend_at')
    .limit(limit)
    .select('id', 'wanted_revision', 'resends');
  if (overdue.length === 0) return 0;
  const ids = overdue.map(({ id }) => id);
  const locked = await lockRows<CellRow>(trx, 'flag_cells', 'id', ids);
  // What was answered, or wished anew, since it was looked for is not sent again.
  const cells = overdue.flatMap(found => {
    const cell = locked.get(found.id);
    return cell?.is_awaited && isSame(cell, found) ? cell : [];
  });
  const records = await messagesOf(trx, cells);
  await insertRows(
    trx,
    'flag_outbox',
    cells.map((cell, index) => ({
      cell: cell.id,
      revision: cell.wanted_revision,
      queued_at: now,
      message: records[index],
    })),
  );
  for (const some of groupedBy(cells, one => String(one.resends))) {
    const resends = Number(some[0].resends);
    const wait = Math.min(afterMs * 2 ** (resends + 1), LONGEST_MS);
    const due = some.map(({ id }) => id);
    await eachPart(due, async part => {
      await trx('flag_cells')
        .whereIn('id', among(trx, part))
        .update({ resends: resends + 1, resend_at: now + wait });
      return [];
    });
  }
  return cells.length;
}

async function messagesOf(
  trx: Knex.Transaction,
  cells: CellRow[],
): Promise<string[]> {
  const keys = [...new Set(cells.map(({ flag }) => flag))];
  const rows = await eachPart(keys, async some =>
    trx<FlagRow>('flags')
      .whereIn('flag', among(trx, some))
      .select('flag', 'service', 'owner'),
  );
  const flags = new Map(rows.map(row => [row.flag, row]));
  const read = definitionReader();
  return cells.map(cell => {
    const text = cell.wanted_definition;
    const definition = text === null ? null : read(text);
    const about = flags.get(cell.flag) ?? { service: '' };
    return wishMessage(cell, definition, about);
  });
}
