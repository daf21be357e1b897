import type { Knex } from 'knex';
import type { KeptRollback } from '../running/KeptRollback';
import { heldColumns, RollbackRow } from './rollbackRow';

/** A rollback that ends because another one takes its place; `at` in milliseconds. */
export interface Superseded {
  id: string;
  sentence: string;
  at: number;
}

/** Ends a rollback that runs, and takes it out of the hands of its replica. One that is over stays as it is. */
export async function supersede(
  trx: Knex.Transaction,
  { id, sentence, at }: Superseded,
): Promise<void> {
  const one = () => trx<RollbackRow>('rollbacks').where({ id });
  // First of all: from here on its replica cannot write it.
  const taken = await one()
    .where({ state: 'running' })
    .update({ state: 'failed', held_by: null, held_until: 0 });
  if (taken === 0) return;
  const row = await one().first();
  const rollback = JSON.parse(row!.rollback) as KeptRollback;
  const ended: KeptRollback = {
    ...rollback,
    state: 'failed',
    sentence,
    endedAt: at,
    steps: rollback.steps.map(step =>
      step.state === 'running'
        ? { ...step, state: 'failed', endedAt: new Date(at).toISOString() }
        : step,
    ),
  };
  await one().update(heldColumns(ended, true));
}
