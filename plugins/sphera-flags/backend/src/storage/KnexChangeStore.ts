import type { FlagDefinition } from '@sphera/plugin-flags-common';
import { among, inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { ChangeStore, Conflict, NewChange } from './FlagStore';
import { inTransaction } from './inTransaction';
import type { KeptCell, KeptChange, KeptFlag, KeptStep } from './Kept';
import { eachPart } from './putRows';
import { type CellRow, toKeptCells } from './rows/cellRow';
import { type ChangeRow, toKeptChange } from './rows/changeRow';
import { type FlagRow, toKeptFlag } from './rows/flagRow';
import { type StepRow, toKeptSteps } from './rows/stepRow';
import { writeChanges } from './writing/writeChanges';

/** Flags and their history in a database that Knex speaks to. */
export class KnexChangeStore implements ChangeStore {
  constructor(private readonly knex: Knex) {}

  async write(changes: NewChange[]): Promise<Conflict | KeptStep[]> {
    return inTransaction(this.knex, 'write the change', trx =>
      writeChanges(trx, changes),
    );
  }

  async getFlag(flag: string): Promise<KeptFlag | undefined> {
    const row = await inStorage('read the flag', async () =>
      this.knex<FlagRow>('flags').where({ flag }).first(),
    );
    return row && toKeptFlag(row);
  }

  async cellsOf(flag: string): Promise<KeptCell[]> {
    return this.cells({ flag });
  }

  async cellsIn(cluster: string): Promise<KeptCell[]> {
    return this.cells({ cluster });
  }

  async getChange(id: string): Promise<KeptChange | undefined> {
    const row = await inStorage('read the change', async () =>
      this.knex<ChangeRow>('flag_changes').where({ id }).first(),
    );
    return row && toKeptChange(row);
  }

  async changes(
    query: { flag?: string; service?: string },
    { limit, offset }: { limit: number; offset: number },
  ): Promise<KeptChange[]> {
    const rows = await inStorage('read the changes', async () =>
      this.matching(query)
        .orderBy('number', 'desc')
        .limit(limit)
        .offset(offset),
    );
    return rows.map(toKeptChange);
  }

  async countChanges(query: {
    flag?: string;
    service?: string;
  }): Promise<number> {
    const [{ count }] = await inStorage('count the changes', async () =>
      this.matching(query).count({ count: '*' }),
    );
    return Number(count);
  }

  async stepsOf(changes: string[]): Promise<KeptStep[]> {
    const rows = await inStorage('read the changes', async () =>
      eachPart(changes, async some =>
        this.knex<StepRow>('flag_steps')
          .whereIn('change', among(this.knex, some))
          .orderBy(['change', 'cluster', 'revision']),
      ),
    );
    return toKeptSteps(rows);
  }

  async wantedAfter(
    flag: string,
    change: string,
  ): Promise<Map<string, FlagDefinition | null> | undefined> {
    const rows = await inStorage('read the changes', async () => {
      const point = await this.knex<ChangeRow>('flag_changes')
        .where({ id: change, flag })
        .first('number');
      if (!point) return undefined;
      const latest = this.knex('flag_steps')
        .where({ flag })
        .where('change_number', '<=', point.number)
        .groupBy('cluster')
        .select('cluster')
        .max({ latest: 'revision' })
        .as('latest');
      return this.knex<StepRow>('flag_steps')
        .join(latest, join =>
          join
            .on('flag_steps.cluster', 'latest.cluster')
            .andOn('flag_steps.revision', 'latest.latest'),
        )
        .where({ flag })
        .select('flag_steps.*')
        .orderBy('flag_steps.cluster');
    });
    return (
      rows &&
      new Map(
        toKeptSteps(rows as StepRow[]).map(step => [
          step.cluster,
          step.definition,
        ]),
      )
    );
  }

  private async cells(where: Partial<CellRow>): Promise<KeptCell[]> {
    const rows = await inStorage('read the flag', async () =>
      this.knex<CellRow>('flag_cells')
        .where(where)
        .orderBy(['cluster', 'flag']),
    );
    return toKeptCells(rows);
  }

  private matching(query: { flag?: string; service?: string }) {
    const asked = Object.entries(query).filter(([, value]) => value);
    return this.knex<ChangeRow>('flag_changes').where(
      Object.fromEntries(asked),
    );
  }
}
