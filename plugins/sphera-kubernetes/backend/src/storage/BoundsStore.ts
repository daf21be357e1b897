import { ifNobodyDid, inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { BoundsDeed, BoundsOverride } from '../bounds/BoundsOverride';
import type { ObjectPlace } from '../reading/find';
import { BoundsRow, toBounds, toRow } from './boundsRow';
import { openKey } from './rows';

/** Keeps the bounds that were set through the portal. At most one per autoscaler stands; each ends once. */
export class BoundsStore {
  constructor(private readonly knex: Knex) {}

  /** Lets bounds stand in place of those that they replace. `false`: others stand by now. */
  async place(bounds: BoundsOverride): Promise<boolean> {
    return ifNobodyDid('keep the bounds', async () =>
      this.knex.transaction(async inOne => {
        if (bounds.replaces !== undefined) {
          await inOne<BoundsRow>('autoscaler_bounds')
            .where({ id: bounds.replaces })
            .whereNull('ended_at')
            .update({
              ended_how: 'replaced',
              ended_sentence: 'Other bounds were set through the portal',
              ended_at: bounds.setAt,
              open_key: null,
            });
        }
        await inOne<BoundsRow>('autoscaler_bounds').insert(toRow(bounds));
      }),
    );
  }

  /**
   * Notes that the cluster has bounds, also while others try to replace them: refused, those
   * let these stand again. `false`: it was known, or they were taken back.
   */
  async arrived(id: string): Promise<boolean> {
    const settled = await inStorage('note the bounds', async () =>
      this.bounds()
        .where({ id })
        .whereNotNull('answer_by')
        .update({ answer_by: null, noting_until: null, attempts: 0 }),
    );
    return settled === 1;
  }

  /** Notes that the answer to bounds was lost: from a moment on, none will come any more. */
  async answerLost(id: string, answerBy: number): Promise<void> {
    await inStorage('note the bounds', async () =>
      this.bounds()
        .where({ id })
        .whereNotNull('answer_by')
        .update({ answer_by: answerBy }),
    );
  }

  /**
   * Forgets bounds that never came into force; those that they replaced stand again.
   * `false`: they did not stand any more.
   */
  async takeBack(bounds: BoundsOverride): Promise<boolean> {
    return inStorage('take the bounds back', async () =>
      this.knex.transaction(async inOne => {
        const { id, replaces } = bounds;
        const taken = await inOne<BoundsRow>('autoscaler_bounds')
          .where({ id })
          .whereNull('ended_at')
          .delete();
        if (taken === 0) return false;
        if (replaces === undefined) return true;
        await inOne<BoundsRow>('autoscaler_bounds')
          .where({ id: replaces, ended_how: 'replaced' })
          .update({
            ended_how: null,
            ended_sentence: null,
            ended_at: null,
            open_key: openKey(bounds),
          });
        return true;
      }),
    );
  }

  async get(id: string): Promise<BoundsOverride | undefined> {
    const row = await inStorage('read the bounds', async () =>
      this.bounds().where({ id }).first(),
    );
    return row && toBounds(row);
  }

  /** Those that stand on one autoscaler. */
  async standingOn(place: ObjectPlace): Promise<BoundsOverride | undefined> {
    const row = await inStorage('read the bounds', async () =>
      this.bounds()
        .where({ open_key: openKey(place) })
        .first(),
    );
    return row && toBounds(row);
  }

  /** All that stand. */
  async standing(): Promise<BoundsOverride[]> {
    const rows = await inStorage('read the bounds', async () =>
      this.open().orderBy('set_at'),
    );
    return rows.map(toBounds);
  }

  /**
   * Takes bounds with which something is to be done by now, for the caller alone, until `until`. Then the caller
   * counts as dead and another one may take them. Moments in milliseconds since 1970.
   */
  async take(
    id: string,
    deed: BoundsDeed,
    now: number,
    until: number,
  ): Promise<boolean> {
    const taken = await inStorage('take the bounds', async () =>
      (deed === 'settle'
        ? this.open().where('answer_by', '<=', now)
        : this.open().whereNull('answer_by').where('expires_at', '<=', now)
      )
        .where({ id })
        .where(free =>
          free.whereNull('noting_until').orWhere('noting_until', '<=', now),
        )
        .update({ noting_until: until })
        .increment('attempts', 1),
    );
    return taken === 1;
  }

  /** Ends bounds that stand. `false`: they do not. */
  async end(
    id: string,
    { how, sentence, at }: NonNullable<BoundsOverride['ended']>,
  ): Promise<boolean> {
    const ended = await inStorage('end the bounds', async () =>
      this.open().where({ id }).update({
        ended_how: how,
        ended_sentence: sentence,
        ended_at: at,
        open_key: null,
      }),
    );
    return ended === 1;
  }

  private bounds() {
    return this.knex<BoundsRow>('autoscaler_bounds');
  }

  private open() {
    return this.bounds().whereNull('ended_at');
  }
}
