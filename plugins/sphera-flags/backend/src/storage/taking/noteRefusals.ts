import type { Knex } from 'knex';
import type { Notice } from '../FlagStore';
import { noteNotices } from '../writing/noteNotices';
import type { HeardCell } from './HeardCell';

/** Clusters that refuse the same within this time are told together. Milliseconds. */
const GATHERED_FOR_MS = 2_000;

/** Notes that owners are to be told of what was refused just now. */
export async function noteRefusals(
  trx: Knex.Transaction,
  changed: readonly HeardCell[],
  now: number,
): Promise<void> {
  const refused = changed.filter(
    ({ row }) => row.answer === 'refused' && row.answer_at === now,
  );
  const flags = new Set(refused.map(({ row }) => row.flag));
  const notices = [...flags].map<Notice>(subject => ({
    kind: 'refused',
    subject,
  }));
  await noteNotices(trx, notices, now + GATHERED_FOR_MS);
}
