import { inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { Conflict, RolloutStore } from './FlagStore';
import { inTransaction } from './inTransaction';
import type { KeptRollout } from './Kept';
import { type CellRow, cellId } from './rows/cellRow';
import { type FlagRow, toKeptFlag } from './rows/flagRow';
import {
  isOver,
  type RolloutRow,
  toKeptRollout,
  toRolloutRow,
} from './rows/rolloutRow';
import { conflictOfSeen } from './writing/conflictOf';
import { lockRows } from './writing/lockRows';
import { noteNotices } from './writing/noteNotices';

type RolloutQuery = Parameters<RolloutStore['list']>[0];

/** Roll-outs in a database that Knex speaks to. */
export class KnexRolloutStore implements RolloutStore {
  constructor(private readonly knex: Knex) {}

  async add(
    rollout: KeptRollout,
    seen: Record<string, number>,
  ): Promise<Conflict | undefined> {
    return inTransaction(this.knex, 'keep the roll-out', async trx => {
      const { flag } = rollout;
      const row = await lockFlag(trx, flag);
      if (!row) return { kind: 'unknown' };
      if (row.retired_at !== null) {
        return { kind: 'retired', flag: toKeptFlag(row) };
      }
      if (row.rollout) return { kind: 'rollout', rollout: row.rollout };
      const ids = Object.keys(seen).map(cluster => cellId(cluster, flag));
      const cells = await lockRows<CellRow>(trx, 'flag_cells', 'id', ids);
      const conflict = conflictOfSeen(flag, seen, cells);
      if (conflict) return conflict;
      await trx('flag_rollouts').insert(toRolloutRow(rollout));
      await noteUnderWay(trx, flag, rollout.id, rollout.startedAt);
      return undefined;
    });
  }

  async get(id: string): Promise<KeptRollout | undefined> {
    const row = await inStorage('read the roll-out', async () =>
      this.knex<RolloutRow>('flag_rollouts').where({ id }).first(),
    );
    return row && toKeptRollout(row);
  }

  async list(
    query: RolloutQuery,
    { limit, offset }: { limit: number; offset: number },
  ): Promise<KeptRollout[]> {
    const rows = await inStorage('read the roll-outs', async () =>
      this.matching(query)
        .orderBy([
          { column: 'started_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(limit)
        .offset(offset),
    );
    return rows.map(toKeptRollout);
  }

  async count(query: RolloutQuery): Promise<number> {
    const [{ count }] = await inStorage('count the roll-outs', async () =>
      this.matching(query).count({ count: '*' }),
    );
    return Number(count);
  }

  async save(rollout: KeptRollout): Promise<boolean> {
    const { id, flag, version, endedAt } = rollout;
    return inTransaction(this.knex, 'keep the roll-out', async trx => {
      const row = await lockFlag(trx, flag);
      const saved = await trx<RolloutRow>('flag_rollouts')
        .where({ id, version })
        .update(toRolloutRow({ ...rollout, version: version + 1 }));
      if (saved === 1 && isOver(rollout) && row?.rollout === id) {
        await noteUnderWay(trx, flag, null, endedAt ?? Number(row.updated_at));
      }
      if (saved === 1 && rollout.state === 'stopped') {
        await noteNotices(trx, [{ kind: 'stopped', subject: id }], 0);
      }
      return saved === 1;
    });
  }

  private matching(query: RolloutQuery) {
    const asked = Object.entries(query).filter(([, value]) => value);
    return this.knex<RolloutRow>('flag_rollouts').where(
      Object.fromEntries(asked),
    );
  }
}

async function lockFlag(
  trx: Knex.Transaction,
  flag: string,
): Promise<FlagRow | undefined> {
  return (await lockRows<FlagRow>(trx, 'flags', 'flag', [flag])).get(flag);
}

async function noteUnderWay(
  trx: Knex.Transaction,
  flag: string,
  rollout: string | null,
  now: number,
): Promise<void> {
  await trx<FlagRow>('flags')
    .where({ flag })
    .update({ rollout, updated_at: now });
}
