import { ifNobodyDid, inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { KeptRollback } from '../running/KeptRollback';
import {
  activeKey,
  heldColumns,
  newRow,
  RollbackRow,
  toKept,
} from './rollbackRow';
import type {
  Hold,
  KeptSet,
  RollbackQuery,
  RollbackStore,
} from './RollbackStore';
import { SetRow, toKeptSet, toSetRow } from './setRow';
import { supersede, type Superseded } from './supersede';

/** How often adding may lose against a rollback that is over when it is looked for. */
const TRIES = 3;

/** Rollbacks in a database that Knex speaks to. */
export class KnexRollbackStore implements RollbackStore {
  constructor(private readonly knex: Knex) {}

  async add(
    rollbacks: KeptRollback[],
    { set, supersedes }: { set?: KeptSet; supersedes?: Superseded } = {},
  ): Promise<KeptRollback | undefined> {
    for (let tries = 1; ; tries++) {
      const isAdded = await ifNobodyDid('keep the rollback', () =>
        this.knex.transaction(async trx => {
          if (supersedes) await supersede(trx, supersedes);
          if (set) await trx<SetRow>('rollback_sets').insert(toSetRow(set));
          await trx<RollbackRow>('rollbacks').insert(rollbacks.map(newRow));
        }),
      );
      if (isAdded) return undefined;
      const inTheWay = await this.firstActive(rollbacks);
      if (inTheWay) return inTheWay;
      if (tries === TRIES) {
        throw new Error('The rollback cannot be kept, and none is in its way');
      }
    }
  }

  async get(id: string): Promise<KeptRollback | undefined> {
    const row = await inStorage('read the rollback', async () =>
      this.rollbacks().where({ id }).first(),
    );
    return row && toKept(row);
  }

  async list(
    query: RollbackQuery,
    { limit, offset }: { limit: number; offset: number },
  ): Promise<KeptRollback[]> {
    const rows = await inStorage('read the rollbacks', async () =>
      this.matching(query)
        .orderBy([
          { column: 'started_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(limit)
        .offset(offset),
    );
    return rows.map(toKept);
  }

  async count(query: RollbackQuery): Promise<number> {
    const [{ count }] = await inStorage('count the rollbacks', async () =>
      this.matching(query).count({ count: '*' }),
    );
    return Number(count);
  }

  async running(
    service: string,
    environment: string,
  ): Promise<KeptRollback | undefined> {
    return this.firstActive([{ service, environment }]);
  }

  async getSet(id: string): Promise<KeptSet | undefined> {
    const row = await inStorage('read the rollback set', async () =>
      this.knex<SetRow>('rollback_sets').where({ id }).first(),
    );
    return row && toKeptSet(row);
  }

  async waiting(now: number): Promise<string[]> {
    const rows = await inStorage('read the rollbacks', async () =>
      this.rollbacks()
        .where({ is_due: true })
        .where('held_until', '<=', now)
        .orderBy('started_at')
        .select('id'),
    );
    return rows.map(({ id }) => id);
  }

  async take(
    id: string,
    now: number,
    { by, until }: Hold,
  ): Promise<KeptRollback | undefined> {
    const taken = await inStorage('take the rollback', async () =>
      this.rollbacks()
        .where({ id, is_due: true })
        .where('held_until', '<=', now)
        .update({ held_by: by, held_until: until }),
    );
    return taken === 1 ? this.get(id) : undefined;
  }

  async holdOn(id: string, { by, until }: Hold): Promise<boolean> {
    const held = await inStorage('hold the rollback', async () =>
      this.rollbacks().where({ id, held_by: by }).update({ held_until: until }),
    );
    return held === 1;
  }

  async save(
    rollback: KeptRollback,
    by: string,
    isOwing: boolean,
  ): Promise<boolean> {
    const saved = await inStorage('write the rollback down', async () =>
      this.rollbacks()
        .where({ id: rollback.id, held_by: by })
        .update(heldColumns(rollback, isOwing)),
    );
    return saved === 1;
  }

  async letGo(id: string, by: string): Promise<void> {
    await inStorage('let go of the rollback', async () =>
      this.rollbacks()
        .where({ id, held_by: by })
        .update({ held_by: null, held_until: 0 }),
    );
  }

  async askToCancel(
    id: string,
    cancel: { by: string; reason: string },
  ): Promise<boolean> {
    const asked = await inStorage('ask for the end of the rollback', async () =>
      this.rollbacks()
        .where({ id, can_stop: true })
        .whereNull('cancel')
        .update({ cancel: JSON.stringify(cancel) }),
    );
    return asked === 1;
  }

  async cancelOf(id: string): Promise<KeptRollback['cancel']> {
    return (await this.get(id))?.cancel;
  }

  async noteUndone(id: string, by: string): Promise<void> {
    await inStorage('note the roll-forward', async () =>
      this.rollbacks().where({ id }).update({ undone_by: by }),
    );
  }

  private async firstActive(
    places: Array<{ service: string; environment: string }>,
  ): Promise<KeptRollback | undefined> {
    const row = await inStorage('read the rollbacks', async () =>
      this.rollbacks()
        .whereIn('active_key', places.map(activeKey))
        .orderBy('started_at')
        .first(),
    );
    return row && toKept(row);
  }

  private matching({ set, ...query }: RollbackQuery) {
    const where = { ...query, set_id: set };
    const asked = Object.entries(where).filter(([, value]) => value);
    return this.rollbacks().where(Object.fromEntries(asked));
  }

  private rollbacks() {
    return this.knex<RollbackRow>('rollbacks');
  }
}
