import { inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { Turn } from './FlagStore';

interface TurnRow {
  id: number;
  held_by: string | null;
  held_until: number | string;
}

/** The turn as one row of a database. */
export class KnexTurn implements Turn {
  constructor(private readonly knex: Knex) {}

  async take(by: string, now: number, until: number): Promise<boolean> {
    const taken = await inStorage('take the turn', async () =>
      this.row()
        .where(free =>
          free.where({ held_by: by }).orWhere('held_until', '<=', now),
        )
        .update({ held_by: by, held_until: until }),
    );
    return taken === 1;
  }

  async letGo(by: string): Promise<void> {
    await inStorage('let go of the turn', async () =>
      this.row()
        .where({ held_by: by })
        .update({ held_by: null, held_until: 0 }),
    );
  }

  private row() {
    return this.knex<TurnRow>('flag_turn').where({ id: 1 });
  }
}
