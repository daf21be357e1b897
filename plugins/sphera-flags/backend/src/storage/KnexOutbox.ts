import type { SentRecord } from '@sphera/plugin-flags-node';
import { inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { Outbox } from './FlagStore';
import { inTransaction } from './inTransaction';
import { eachPart } from './putRows';
import type { CellRow } from './rows/cellRow';
import { numberOf, type StoredNumber } from './rows/stored';
import { resendOverdue } from './writing/resendOverdue';
import { lockRows } from './writing/lockRows';

interface OutboxRow {
  id: StoredNumber;
  cell: string;
  revision: StoredNumber;
  queued_at: StoredNumber;
  message: string;
}

/** Messages that wait for Kafka, in a database that Knex speaks to. */
export class KnexOutbox implements Outbox {
  constructor(private readonly knex: Knex) {}

  async next(
    limit: number,
  ): Promise<Array<{ id: number; record: SentRecord }>> {
    const rows = await inStorage('read the outbox', async () =>
      this.knex<OutboxRow>('flag_outbox').orderBy('id').limit(limit),
    );
    return rows.map(({ id, cell, message }) => ({
      id: Number(id),
      record: { key: cell, value: message },
    }));
  }

  async sent(ids: number[], now: number): Promise<void> {
    await inTransaction(this.knex, 'note what was sent', async trx => {
      const sent = await eachPart(ids, async some =>
        trx<OutboxRow>('flag_outbox')
          .whereIn('id', some)
          .select('cell', 'revision'),
      );
      const cells = await lockRows<CellRow>(
        trx,
        'flag_cells',
        'id',
        sent.map(({ cell }) => cell),
      );
      const present = sent.filter(({ cell, revision }) => {
        const row = cells.get(cell);
        return (
          row?.is_queued && Number(row.wanted_revision) === Number(revision)
        );
      });
      const marked = present.map(({ cell }) => cell);
      await eachPart(marked, async some => {
        await trx<CellRow>('flag_cells')
          .whereIn('id', some)
          .update({ is_queued: false, resend_at: now, updated_at: now });
        return [];
      });
      await eachPart(ids, async some => {
        await trx('flag_outbox').whereIn('id', some).delete();
        return [];
      });
    });
  }

  async size(): Promise<{ queued: number; oldestAt?: number }> {
    const row = await inStorage('read the outbox', async () =>
      this.knex<OutboxRow>('flag_outbox')
        .count({ queued: '*' })
        .min({ oldest: 'queued_at' })
        .first(),
    );
    const oldestAt = numberOf((row?.oldest ?? null) as StoredNumber | null);
    return {
      queued: Number(row?.queued ?? 0),
      ...(oldestAt !== undefined && { oldestAt }),
    };
  }

  async resend(options: {
    now: number;
    afterMs: number;
    heardSince: number;
    limit: number;
  }): Promise<number> {
    return inTransaction(this.knex, 'send wishes again', trx =>
      resendOverdue(trx, options),
    );
  }
}
