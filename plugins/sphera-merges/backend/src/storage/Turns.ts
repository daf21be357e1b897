import { ifNobodyDid, inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';

interface TurnRow {
  name: string;
  held_by: string;
  held_until: number | string;
}

/** Whose turn it is, of all replicas, with one repository or organisation: a row that is held for a while. */
export class Turns {
  constructor(private readonly knex: Knex, private readonly holder: string) {}

  /** Takes a turn, or goes on with it; `false`: somebody else has it. */
  async take(name: string, now: number, until: number): Promise<boolean> {
    const taken = await inStorage('take the turn', async () =>
      this.#rows()
        .where({ name })
        .where(free =>
          free.where({ held_by: this.holder }).orWhere('held_until', '<=', now),
        )
        .update({ held_by: this.holder, held_until: until }),
    );
    if (taken === 1) return true;
    return ifNobodyDid('take the turn', async () =>
      this.#rows().insert({ name, held_by: this.holder, held_until: until }),
    );
  }

  async letGo(name: string): Promise<void> {
    await inStorage('let go of the turn', async () =>
      this.#rows().where({ name, held_by: this.holder }).delete(),
    );
  }

  #rows() {
    return this.knex<TurnRow>('merge_turns');
  }
}
