import { inParts } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { Notice } from '../FlagStore';
import { AT_ONCE } from '../putRows';
import { noticeId, type NoticeRow } from '../rows/noticeRow';

/** Notes what people are to be told of, with what it is about: it is told whoever dies. What is noted already is told later. */
export async function noteNotices(
  trx: Knex.Transaction,
  notices: readonly Notice[],
  dueAt: number,
): Promise<void> {
  const rows = notices.map<NoticeRow>(notice => ({
    ...notice,
    id: noticeId(notice),
    due_at: dueAt,
    tries: 0,
    version: 1,
  }));
  for (const some of inParts(rows, AT_ONCE)) {
    await trx<NoticeRow>('flag_notices')
      .insert(some)
      .onConflict('id')
      .merge({
        due_at: dueAt,
        tries: 0,
        version: trx.raw('flag_notices.version + 1'),
      });
  }
}
