import { among, inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { CellMark, CellPlace, FollowedStore } from './FlagStore';
import type { KeptAgent, KeptCell, KeptFlag } from './Kept';
import { type AgentRow, toKeptAgent } from './rows/agentRow';
import { eachPart } from './putRows';
import { MARK_COLUMNS, toCellMark } from './rows/cellMark';
import { type CellRow, cellId, toKeptCells } from './rows/cellRow';
import { type FlagRow, toKeptFlag } from './rows/flagRow';

const AT_ONCE = 5_000;

/** What a memory follows, in a database that Knex speaks to. */
export class KnexFollowedStore implements FollowedStore {
  constructor(private readonly knex: Knex) {}

  async flagsSince(moment: number): Promise<KeptFlag[]> {
    const rows = await inStorage('read the flags', async () =>
      this.knex<FlagRow>('flags').where('updated_at', '>=', moment),
    );
    return rows.map(toKeptFlag);
  }

  async *allCells(): AsyncGenerator<KeptCell[]> {
    let rows = await this.cellsAfter('');
    while (rows.length > 0) {
      yield toKeptCells(rows);
      rows = await this.cellsAfter(rows[rows.length - 1].id);
    }
  }

  async cellsSince(
    moment: number,
    isKnown: (mark: CellMark) => boolean,
  ): Promise<KeptCell[]> {
    const rows = await inStorage('read the flags', async () => {
      const marks = await this.knex<CellRow>('flag_cells')
        .where('updated_at', '>=', moment)
        .select(MARK_COLUMNS);
      const ids = marks
        .filter(row => !isKnown(toCellMark(row)))
        .map(({ id }) => id);
      return this.cellsBy(ids);
    });
    return toKeptCells(rows);
  }

  async agentsSince(moment: number): Promise<KeptAgent[]> {
    const rows = await inStorage('read the agents', async () =>
      this.knex<AgentRow>('flag_agents').where('heard_at', '>=', moment),
    );
    return rows.map(toKeptAgent);
  }

  async cellsAt(
    places: readonly CellPlace[],
  ): Promise<{ cells: KeptCell[]; agents: KeptAgent[] }> {
    const ids = places.map(({ cluster, flag }) => cellId(cluster, flag));
    const clusters = [...new Set(places.map(({ cluster }) => cluster))];
    const [cells, agents] = await inStorage('read the flags', async () => [
      await this.cellsBy(ids),
      await eachPart(clusters, async some =>
        this.knex<AgentRow>('flag_agents').whereIn(
          'cluster',
          among(this.knex, some),
        ),
      ),
    ]);
    return { cells: toKeptCells(cells), agents: agents.map(toKeptAgent) };
  }

  private async cellsBy(ids: string[]): Promise<CellRow[]> {
    return eachPart(ids, async some =>
      this.knex<CellRow>('flag_cells').whereIn('id', among(this.knex, some)),
    );
  }

  private async cellsAfter(id: string): Promise<CellRow[]> {
    return inStorage('read the flags', async () =>
      this.knex<CellRow>('flag_cells')
        .where('id', '>', id)
        .orderBy('id')
        .limit(AT_ONCE),
    );
  }
}
