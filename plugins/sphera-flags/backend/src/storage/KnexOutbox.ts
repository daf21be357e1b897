import type { SentRecord } from '@sphera/plugin-flags-node';
import { groupedBy, inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { Outbox, SentMessage } from './FlagStore';
import { inTransaction } from './inTransaction';
import { eachPart } from './putRows';
import type { CellRow } from './rows/cellRow';
import { numberOf, type StoredNumber } from './rows/stored';
import { resendOverdue } from './writing/resendOverdue';

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
  ): Promise<Array<SentMessage & { record: SentRecord }>> {
    const rows = await inStorage('read the outbox', async () =>
      this.knex<OutboxRow>('flag_outbox').orderBy('id').limit(limit),
    );
    return rows.map(({ id, cell, revision, message }) => ({
      id: Number(id),
      cell,
      revision: Number(revision),
      record: { key: cell, value: message },
    }));
  }

  async sent(messages: readonly SentMessage[], now: number): Promise<void> {
    const byRevision = groupedBy(messages, one => String(one.revision));
    const ids = messages.map(({ id }) => id);
    await inTransaction(this.knex, 'note what was sent', async trx => {
      for (const some of byRevision) {
        const [{ revision }] = some;
        const cells = some.map(({ cell }) => cell).sort();
        await eachPart(cells, async part => {
          await trx<CellRow>('flag_cells')
            .whereIn('id', part)
            .where({ wanted_revision: revision, is_queued: true })
            .update({ is_queued: false, resend_at: now, updated_at: now });
          return [];
        });
      }
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
