import { among, inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { PastStore } from './FlagStore';
import { inTransaction } from './inTransaction';
import { eachPart } from './putRows';
import type { ChangeRow } from './rows/changeRow';
import type { RolloutRow } from './rows/rolloutRow';
import type { StepRow } from './rows/stepRow';

/** So many changes of a flag go in one transaction, each with a step for every cluster. */
const CHANGES_AT_ONCE = 10;

/** What is over, in a database that Knex speaks to. */
export class KnexPast implements PastStore {
  constructor(private readonly knex: Knex) {}

  async forgetChanges(options: {
    before: number;
    atLeast: number;
  }): Promise<number> {
    const { before, atLeast } = options;
    const flags = await inStorage('look for old changes', async () =>
      this.knex<ChangeRow>('flag_changes')
        .groupBy('flag')
        .havingRaw('count(*) > ? and min(at) < ?', [atLeast, before])
        .pluck('flag'),
    );
    let forgotten = 0;
    for (const flag of flags) {
      const until = await this.firstToKeep(flag, before, atLeast);
      for (let some = -1; some !== 0; forgotten += some) {
        some = await this.forgetSome(flag, until);
      }
    }
    return forgotten;
  }

  async forgetRollouts(before: number): Promise<number> {
    return inStorage('forget old roll-outs', async () =>
      this.knex<RolloutRow>('flag_rollouts')
        .whereIn('state', ['done', 'aborted'])
        .where('started_at', '<', before)
        .whereNotIn(
          'id',
          this.knex('flag_changes').whereNotNull('rollout').select('rollout'),
        )
        .delete(),
    );
  }

  async forgetAsides(options: {
    before: number;
    atMost: number;
  }): Promise<number> {
    const { before, atMost } = options;
    return inStorage('forget what was kept aside', async () => {
      const tooMany = await this.knex('flag_asides')
        .orderBy('id', 'desc')
        .offset(atMost)
        .first('id');
      return this.knex('flag_asides')
        .where('at', '<', before)
        .orWhere('id', '<=', tooMany?.id ?? 0)
        .delete();
    });
  }

  /** Number of the oldest change of a flag that stays. */
  private async firstToKeep(
    flag: string,
    before: number,
    atLeast: number,
  ): Promise<number> {
    return inStorage('look for old changes', async () => {
      const changes = () =>
        this.knex<ChangeRow>('flag_changes').where({ flag });
      const [young, many] = await Promise.all([
        changes().where('at', '>=', before).min({ number: 'number' }).first(),
        changes()
          .orderBy('number', 'desc')
          .offset(atLeast - 1)
          .first('number'),
      ]);
      return Math.min(
        Number(young?.number ?? Infinity),
        Number(many?.number ?? 0),
      );
    });
  }

  /** The oldest of a flag, all before a change that stays; returns how many. */
  private async forgetSome(flag: string, until: number): Promise<number> {
    return inTransaction(this.knex, 'forget old changes', async trx => {
      const oldest = await trx<ChangeRow>('flag_changes')
        .where({ flag })
        .orderBy('number')
        .limit(CHANGES_AT_ONCE + 1)
        .pluck('number');
      const end = Math.min(until, Number(oldest[CHANGES_AT_ONCE] ?? until));
      await forgetSteps(trx, flag, end);
      return trx<ChangeRow>('flag_changes')
        .where({ flag })
        .where('number', '<', end)
        .delete();
    });
  }
}

/** What was wanted in a cluster when the first change was made that stays is kept: the flag may be put back to it. */
async function forgetSteps(
  trx: Knex.Transaction,
  flag: string,
  end: number,
): Promise<void> {
  const latest = trx('flag_steps')
    .where({ flag })
    .where('change_number', '<=', end)
    .groupBy('cluster')
    .select('cluster')
    .max({ latest: 'revision' })
    .as('latest');
  const ids: string[] = await trx('flag_steps')
    .join(latest, join =>
      join
        .on('flag_steps.cluster', 'latest.cluster')
        .andOn('flag_steps.revision', '<', 'latest.latest'),
    )
    .where({ flag })
    .where('change_number', '<', end)
    .pluck('id');
  await eachPart(ids, async some => {
    await trx<StepRow>('flag_steps').whereIn('id', among(trx, some)).delete();
    return [];
  });
}
