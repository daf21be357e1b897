import { among } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import { eachPart } from '../putRows';
import { stepId } from '../rows/stepRow';
import type { HeardCell } from './HeardCell';

/** What clusters answered to single wishes, for the history: each is answered once, and a refusal may still become an acknowledgement. */
export class HeardAnswers {
  private readonly had = new Set<string>();
  private readonly passedOver = new Set<string>();
  private readonly refused = new Map<string, string>();
  private readonly ranges: Array<{
    flag: string;
    cluster: string;
    revisions: [first: number, last: number];
  }> = [];

  /** It has, or had, exactly this one. */
  noteHad(cell: string, revision: number): void {
    const id = stepId(cell, revision);
    this.refused.delete(id);
    this.had.add(id);
  }

  /** It holds a newer one. */
  notePassedOver(cell: string, revision: number): void {
    const id = stepId(cell, revision);
    if (!this.refused.has(id)) this.passedOver.add(id);
  }

  noteRefused(cell: string, revision: number, reason: string): void {
    const id = stepId(cell, revision);
    if (!this.had.has(id) && !this.passedOver.has(id)) {
      this.refused.set(id, reason);
    }
  }

  /**
   * Notes what the cluster passed over without a word: it was lost on its way there or back, or Kafka had compacted it
   * away. Called once all of a batch is noted.
   */
  noteOlder(cell: HeardCell): void {
    const { id, flag, cluster } = cell.row;
    const revisions = cell.passedOver(revision => {
      const step = stepId(id, revision);
      return (
        this.had.has(step) ||
        this.passedOver.has(step) ||
        this.refused.has(step)
      );
    });
    if (revisions) this.ranges.push({ flag, cluster, revisions });
  }

  /** Writes them down. */
  async write(trx: Knex.Transaction, now: number): Promise<void> {
    await update(
      trx,
      [...this.had],
      { answered_at: now, refusal: null },
      open => open.whereNull('answered_at').orWhereNotNull('refusal'),
    );
    const isOpen = (open: Knex.QueryBuilder) => open.whereNull('answered_at');
    await update(trx, [...this.passedOver], { answered_at: now }, isOpen);
    const reasons = new Set(this.refused.values());
    for (const refusal of reasons) {
      const ids = [...this.refused]
        .filter(([, reason]) => reason === refusal)
        .map(([id]) => id);
      await update(trx, ids, { answered_at: now, refusal }, isOpen);
    }
    for (const { flag, cluster, revisions } of this.ranges) {
      await trx('flag_steps')
        .where({ flag, cluster, answered_at: null })
        .whereBetween('revision', revisions)
        .update({ answered_at: now });
    }
  }
}

async function update(
  trx: Knex.Transaction,
  ids: string[],
  columns: { answered_at: number; refusal?: string | null },
  isOpen: (query: Knex.QueryBuilder) => void,
): Promise<void> {
  await eachPart(ids.sort(), async some => {
    await trx('flag_steps')
      .whereIn('id', among(trx, some))
      .where(isOpen)
      .update(columns);
    return [];
  });
}
