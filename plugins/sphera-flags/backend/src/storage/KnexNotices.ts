import { inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { DueNotice, NoticeStore } from './FlagStore';
import { type NoticeRow, noticeId } from './rows/noticeRow';

/** What people are to be told of, in a database that Knex speaks to. */
export class KnexNotices implements NoticeStore {
  constructor(private readonly knex: Knex) {}

  async due(now: number, limit: number): Promise<DueNotice[]> {
    const rows = await inStorage('read what is to be told', async () =>
      this.knex<NoticeRow>('flag_notices')
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .limit(limit),
    );
    return rows.map(({ kind, subject, tries, version }) => ({
      kind,
      subject,
      tries,
      version: Number(version),
    }));
  }

  async told(notice: DueNotice): Promise<void> {
    await inStorage('note what was told', async () =>
      this.row(notice).delete(),
    );
  }

  async tellAgain(notice: DueNotice, at: number): Promise<void> {
    await inStorage('note what is to be told', async () =>
      this.row(notice).update({ due_at: at, tries: notice.tries + 1 }),
    );
  }

  /** Unless there was something new to tell meanwhile. */
  private row(notice: DueNotice) {
    const { version } = notice;
    return this.knex<NoticeRow>('flag_notices').where({
      id: noticeId(notice),
      version,
    });
  }
}
