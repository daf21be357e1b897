import { inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { FollowedStore } from './FlagStore';
import type { KeptAgent, KeptCell, KeptFlag } from './Kept';
import { type AgentRow, toKeptAgent } from './rows/agentRow';
import { type CellRow, toKeptCells } from './rows/cellRow';
import { type FlagRow, toKeptFlag } from './rows/flagRow';

/** What a memory follows, in a database that Knex speaks to. */
export class KnexFollowedStore implements FollowedStore {
  constructor(private readonly knex: Knex) {}

  async flagsSince(moment: number): Promise<KeptFlag[]> {
    const rows = await inStorage('read the flags', async () =>
      this.knex<FlagRow>('flags').where('updated_at', '>=', moment),
    );
    return rows.map(toKeptFlag);
  }

  async cellsSince(moment: number): Promise<KeptCell[]> {
    const rows = await inStorage('read the flags', async () =>
      this.knex<CellRow>('flag_cells').where('updated_at', '>=', moment),
    );
    return toKeptCells(rows);
  }

  async agents(): Promise<KeptAgent[]> {
    const rows = await inStorage('read the agents', async () =>
      this.knex<AgentRow>('flag_agents').orderBy('cluster'),
    );
    return rows.map(toKeptAgent);
  }
}
