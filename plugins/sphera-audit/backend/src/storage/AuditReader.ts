import type { LoggerService } from '@backstage/backend-plugin-api';
import type { AuditFilter } from '@sphera/plugin-audit-common';
import type { Knex } from 'knex';
import type { StoredRecord } from '../chain/chain';
import type { ChainReader, SealedHead } from '../chain/verifyChain';
import { guarded } from './guarded';
import { matching, onePerAction, settled, unsettled } from './matching';
import {
  CHAIN_ID,
  ChainRow,
  EventRow,
  fromChainRow,
  fromEventRow,
} from './rows';

const BATCH = 1000;
// A list that somebody looks through, not one that fills the browser.
const MOST_VALUES = 2000;

/** What became of asking for a page: the newest records before a place. */
export interface StoredPage {
  records: StoredRecord[];
  /** How many match in all. */
  total: number;
  /** Whether older ones follow. */
  more: boolean;
}

/** Reads the audit log; what retention took away is never shown, even where its rows are still there. */
export class AuditReader implements ChainReader {
  constructor(
    private readonly knex: Knex,
    private readonly logger: LoggerService,
  ) {}

  /**
   * One page, the newest first, with one record per action. A filter by
   * correlation asks for all records of one action.
   */
  async page(
    filter: AuditFilter,
    options: { limit: number; before?: number },
  ): Promise<StoredPage> {
    const { limit, before } = options;
    return guarded(this.logger, 'read', async () => {
      const pruned = (await this.head())?.pruned.seq ?? 0;
      const kept = () =>
        matching(this.knex('audit_events').where('seq', '>', pruned), filter);
      const query = kept()
        .orderBy('seq', 'desc')
        .limit(limit + 1);
      if (!filter.correlation) onePerAction(query);
      if (before !== undefined) query.where('seq', '<', before);
      const rows: EventRow[] = await query;
      const total = filter.correlation
        ? await count(kept())
        : (await count(settled(kept()))) + (await count(unsettled(kept())));
      return {
        records: rows.slice(0, limit).map(fromEventRow),
        total,
        more: rows.length > limit,
      };
    });
  }

  /** What occurs in one field, in order of the alphabet. */
  async valuesOf(field: 'actor' | 'operation' | 'service'): Promise<string[]> {
    return guarded(this.logger, 'read', () =>
      this.knex('audit_events')
        .distinct(field)
        .whereNotNull(field)
        .orderBy(field)
        .limit(MOST_VALUES)
        .pluck(field),
    );
  }

  /** Every record that matches, the oldest first, a thousand at a time. */
  async *every(filter: AuditFilter): AsyncIterable<StoredRecord[]> {
    const head = await this.head();
    if (!head) return;
    yield* this.batches(head.pruned.seq, head.seq, filter);
  }

  async *batches(
    after: number,
    upTo: number,
    filter: AuditFilter = {},
  ): AsyncIterable<StoredRecord[]> {
    for (let last = after; ; ) {
      const from = last;
      const rows = await guarded<EventRow[]>(this.logger, 'read', () =>
        matching(this.knex('audit_events'), filter)
          .where('seq', '>', from)
          .where('seq', '<=', upTo)
          .orderBy('seq')
          .limit(BATCH),
      );
      if (rows.length > 0) yield rows.map(fromEventRow);
      if (rows.length < BATCH) return;
      last = Number(rows[rows.length - 1].seq);
    }
  }

  async head(): Promise<SealedHead | undefined> {
    return guarded(this.logger, 'read', async () => {
      const row = await this.knex<ChainRow>('audit_chain')
        .where({ id: CHAIN_ID })
        .first();
      return row && fromChainRow(row);
    });
  }

  async firstAfter(seq: number): Promise<number | undefined> {
    return guarded(this.logger, 'read', async () => {
      const row = await this.knex<EventRow>('audit_events')
        .where('seq', '>', seq)
        .orderBy('seq')
        .first('seq');
      return row && Number(row.seq);
    });
  }
}

async function count(query: Knex.QueryBuilder): Promise<number> {
  const [{ total }] = await query.count({ total: '*' });
  return Number(total);
}
