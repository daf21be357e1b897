import type { Knex } from 'knex';
import type { StoredRecord } from '../chain/chain';

/** Keeps `audit_open_actions` the list of actions that began and have no outcome. */
export async function noteOpenActions(
  trx: Knex.Transaction,
  records: StoredRecord[],
): Promise<void> {
  const settled = new Set(
    records
      .filter(record => record.outcome !== 'initiated')
      .map(record => record.correlation),
  );
  const begun = records.filter(
    record =>
      record.outcome === 'initiated' && !settled.has(record.correlation),
  );
  if (settled.size > 0) {
    await trx('audit_open_actions')
      .whereIn('correlation', [...settled])
      .delete();
  }
  if (begun.length > 0) {
    await trx('audit_open_actions').insert(
      begun.map(({ seq, correlation }) => ({ seq, correlation })),
    );
  }
}
