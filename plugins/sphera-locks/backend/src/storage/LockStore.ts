import type { Lock } from '@sphera/plugin-locks-common';
import { ifNobodyDid, inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { Moment, Place } from '../lockRules';
import type { Position } from '../newestFirst';
import { LockRow, toLock, toRow } from './lockRow';
import { toStored } from './rows';

/** Which locks to list. */
export interface LockQuery extends Place {
  /** At which moment: active ones hold then, ended ones do no more. */
  now: Moment;
  state: 'active' | 'ended' | 'all';
}

/** Keeps the locks. A lock is ended by one conditional update, so that of many who try exactly one succeeds. */
export class LockStore {
  constructor(private readonly knex: Knex) {}

  /** `false`: there is one of this id already. */
  async insert(lock: Lock): Promise<boolean> {
    return ifNobodyDid('keep the lock', () => this.locks().insert(toRow(lock)));
  }

  async get(id: string): Promise<Lock | undefined> {
    const row = await inStorage('read the lock', () =>
      this.locks().where({ id }).first(),
    );
    return row && toLock(row);
  }

  /** All that hold, the newest first. */
  async holding(now: Moment): Promise<Lock[]> {
    return this.read(this.matching({ state: 'active', now }));
  }

  /** The freezes that were placed on exactly this service, or on all, and hold. */
  async holdingFreezes(
    service: string | undefined,
    now: Moment,
  ): Promise<Lock[]> {
    return this.read(
      this.matching({ state: 'active', now })
        .where({ actions: 'merge', environment: null })
        .where('service', service ?? null),
    );
  }

  /** At most `limit` locks, the newest first, older than `after`. */
  async list(
    query: LockQuery,
    limit: number,
    after?: Position,
  ): Promise<Lock[]> {
    const found = this.matching(query).limit(limit);
    if (after) {
      const at = toStored(after.placedAt);
      found.where(older =>
        older
          .where('placed_at', '<', at)
          .orWhere(same =>
            same.where('placed_at', at).where('id', '<', after.id),
          ),
      );
    }
    return this.read(found);
  }

  async count(query: LockQuery): Promise<number> {
    const [{ count }] = await inStorage('count the locks', () =>
      this.matching(query).count({ count: '*' }),
    );
    return Number(count);
  }

  /** Ends a lock that holds. `false`: it holds no more, or never existed. */
  async release(
    id: string,
    { at, by, reason }: { at: Moment; by: string; reason: string },
  ): Promise<boolean> {
    return this.changesOne(
      this.matching({ state: 'active', now: at })
        .where({ id })
        .update({
          ended_how: 'released',
          ended_at: toStored(at),
          ended_by: by,
          ended_reason: reason,
        }),
    );
  }

  /** Notes that the time of a lock was up. `false`: noted before, or it is not. */
  async noteExpired(id: string, now: Moment): Promise<boolean> {
    return this.changesOne(
      this.expired(now)
        .where({ id })
        .update({
          ended_how: 'expired',
          ended_at: this.knex.ref('expires_at'),
        }),
    );
  }

  /**
   * Expired locks that nobody has noted: for the caller alone to note, until
   * `until`. Then it counts as dead and another one may take them.
   */
  async takeExpired(now: Moment, until: Moment): Promise<Lock[]> {
    const free = () =>
      this.expired(now).where(taken =>
        taken
          .whereNull('noting_until')
          .orWhere('noting_until', '<=', toStored(now)),
      );
    const taken: Lock[] = [];
    for (const lock of await this.read(free().limit(100))) {
      const mine = { noting_until: toStored(until) };
      if (await this.changesOne(free().where({ id: lock.id }).update(mine))) {
        taken.push(lock);
      }
    }
    return taken;
  }

  private locks() {
    return this.knex<LockRow>('locks');
  }

  private expired(now: Moment) {
    return this.locks()
      .whereNull('ended_at')
      .where('expires_at', '<=', toStored(now));
  }

  private matching({ service, environment, state, now }: LockQuery) {
    const at = toStored(now);
    const found = this.locks();
    if (state === 'active') {
      found
        .whereNull('ended_at')
        .where(open =>
          open.whereNull('expires_at').orWhere('expires_at', '>', at),
        );
    }
    if (state === 'ended') {
      found.where(over =>
        over.whereNotNull('ended_at').orWhere('expires_at', '<=', at),
      );
    }
    for (const [column, name] of Object.entries({ service, environment })) {
      if (name === undefined) continue;
      found.where(met => met.whereNull(column).orWhere(column, name));
    }
    return found;
  }

  private async read(rows: Knex.QueryBuilder<LockRow>): Promise<Lock[]> {
    return (
      await inStorage('read the locks', async () =>
        rows.orderBy([
          { column: 'placed_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ]),
      )
    ).map(toLock);
  }

  private async changesOne(update: PromiseLike<number>): Promise<boolean> {
    return (await inStorage('change the lock', async () => update)) === 1;
  }
}
