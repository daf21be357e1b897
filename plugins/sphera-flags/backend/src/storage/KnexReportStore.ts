import { inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { CellPlace, Incoming, ReportStore } from './FlagStore';
import { inTransaction } from './inTransaction';
import type { KeptAside } from './Kept';
import { present, type StoredNumber } from './rows/stored';
import { type PositionRow, positionId } from './taking/positions';
import { takeReports } from './taking/takeReports';

type AsideRow = Omit<KeptAside, 'id' | 'at' | 'key'> & {
  id: StoredNumber;
  at: StoredNumber;
  key: string | null;
};

/** What came in, in a database that Knex speaks to. */
export class KnexReportStore implements ReportStore {
  constructor(private readonly knex: Knex) {}

  async take(incoming: Incoming[], now: number): Promise<CellPlace[]> {
    if (incoming.length === 0) return [];
    return inTransaction(this.knex, 'keep what was reported', trx =>
      takeReports(trx, incoming, now),
    );
  }

  async position(
    topic: string,
    partition: number,
  ): Promise<bigint | undefined> {
    const id = positionId(topic, partition);
    const row = await inStorage('read how far it is', async () =>
      this.knex<PositionRow>('flag_positions').where({ id }).first(),
    );
    return row && BigInt(row.next_offset);
  }

  async forget(topic: string, partition: number): Promise<void> {
    const id = positionId(topic, partition);
    await inStorage('forget how far it was', async () =>
      this.knex<PositionRow>('flag_positions').where({ id }).delete(),
    );
  }

  async asides({
    limit,
    offset,
  }: {
    limit: number;
    offset: number;
  }): Promise<KeptAside[]> {
    const rows: AsideRow[] = await inStorage('read what was kept aside', () =>
      this.knex('flag_asides')
        .orderBy('id', 'desc')
        .limit(limit)
        .offset(offset),
    );
    return rows.map(row =>
      present({
        id: String(row.id),
        at: Number(row.at),
        topic: row.topic,
        partition: row.partition,
        offset: row.offset,
        key: row.key ?? undefined,
        reason: row.reason,
        text: row.text,
      }),
    );
  }

  async countAsides(): Promise<number> {
    const [{ count }] = await inStorage('count what was kept aside', () =>
      this.knex('flag_asides').count({ count: '*' }),
    );
    return Number(count);
  }
}
