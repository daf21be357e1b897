import type { SentRecord } from '@sphera/plugin-flags-node';
import { among, groupedBy, inStorage } from '@sphera/plugin-operations-node';
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

/** A cell says that its wish is sent when it is written; what waits for longer than this says it anew. Milliseconds. */
const LATE_MS = 500;

/** Messages that wait for Kafka, in a database that Knex speaks to. */
export class KnexOutbox implements Outbox {
  constructor(private readonly knex: Knex) {}

  async next(
    limit: number,
  ): Promise<Array<SentMessage & { record: SentRecord }>> {
    const rows = await inStorage('read the outbox', async () =>
      this.knex<OutboxRow>('flag_outbox').orderBy('id').limit(limit),
    );
    return rows.map(({ id, cell, revision, queued_at, message }) => ({
      id: Number(id),
      cell,
      revision: Number(revision),
      queuedAt: Number(queued_at),
      record: { key: cell, value: message },
    }));
  }

  async sent(messages: readonly SentMessage[], now: number): Promise<void> {
    const late = messages.filter(({ queuedAt }) => now - queuedAt > LATE_MS);
    const ids = messages.map(({ id }) => id);
    await inTransaction(this.knex, 'note what was sent', async trx => {
      await noteSentLate(trx, late, now);
      await eachPart(ids, async some => {
        await trx('flag_outbox').whereIn('id', among(trx, some)).delete();
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

  async oldestAt(): Promise<number | undefined> {
    const row = await inStorage('read the outbox', async () =>
      this.knex<OutboxRow>('flag_outbox').min({ oldest: 'queued_at' }).first(),
    );
    return numberOf((row?.oldest ?? null) as StoredNumber | null);
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

/** Whoever was sent a wish late has time to answer from then on. */
async function noteSentLate(
  trx: Knex.Transaction,
  messages: readonly SentMessage[],
  now: number,
): Promise<void> {
  const byRevision = groupedBy(messages, one => String(one.revision));
  for (const some of byRevision) {
    const [{ revision }] = some;
    const cells = some.map(({ cell }) => cell).sort();
    await eachPart(cells, async part => {
      await trx<CellRow>('flag_cells')
        .whereIn('id', among(trx, part))
        .where({ wanted_revision: revision, resends: 0 })
        .update({ resend_at: now });
      return [];
    });
  }
}
