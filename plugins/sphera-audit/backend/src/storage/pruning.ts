import type { Knex } from 'knex';
import type { ChainHead, Link } from '../chain/chain';
import type { EventRow } from './rows';

const BATCH = 1000;

/** The last of the records at the beginning that are all older than a moment; `undefined` where there is none. */
export async function lastOlderThan(
  trx: Knex.Transaction,
  head: ChainHead,
  olderThan: string,
): Promise<Link | undefined> {
  const kept = await trx<EventRow>('audit_events')
    .where('seq', '>', head.pruned.seq)
    .where('occurred_at', '>=', olderThan)
    .orderBy('seq')
    .first('seq');
  const seq = kept ? Number(kept.seq) - 1 : head.seq;
  if (seq <= head.pruned.seq) return undefined;
  const last = await trx<EventRow>('audit_events').where({ seq }).first('hash');
  return last && { seq, hash: last.hash };
}

/**
 * Deletes the oldest records, a thousand at most, up to a place.
 * @returns whether it found any
 */
export async function deleteUpTo(knex: Knex, seq: number): Promise<boolean> {
  const oldest = await knex<EventRow>('audit_events')
    .orderBy('seq')
    .first('seq');
  if (!oldest || Number(oldest.seq) > seq) return false;
  const last = Math.min(seq, Number(oldest.seq) + BATCH - 1);
  for (const table of ['audit_open_actions', 'audit_events']) {
    await knex(table).where('seq', '<=', last).delete();
  }
  return true;
}
