import { ifNobodyDid, inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { Change } from '../acting/Change';
import { ChangeRow, KeptChange, secretKey, toKept } from './changeRow';

/** Who holds a change, and until when (ms) unless they say so again. */
export interface Hold {
  by: string;
  until: number;
}

/** Keeps changes while they are under way or half done. At most one of a secret. */
export class ChangeStore {
  constructor(private readonly knex: Knex) {}

  /** `false`: another change of the secret is kept. */
  async begin(change: Change, hold: Hold): Promise<boolean> {
    return ifNobodyDid('keep the change', async () => {
      const secret_key = secretKey(change);
      await this.changes().where({ secret_key, state: 'repeatable' }).delete();
      await this.changes().insert({
        id: change.id,
        secret_key,
        service: change.service,
        state: 'running',
        held_by: hold.by,
        held_until: hold.until,
        asked_at: change.at,
        change: JSON.stringify(change),
      });
    });
  }

  async get(id: string): Promise<KeptChange | undefined> {
    const row = await inStorage('read the change', async () =>
      this.changes().where({ id }).first(),
    );
    return row && toKept(row);
  }

  /** The change of a secret that is under way or half done. */
  async of(
    secret: Pick<Change, 'service' | 'name'>,
  ): Promise<KeptChange | undefined> {
    const row = await inStorage('read the change', async () =>
      this.changes()
        .where({ secret_key: secretKey(secret) })
        .first(),
    );
    return row && toKept(row);
  }

  /** Takes a half done change, or one whose holder died. `false`: somebody is at it, or it is gone. */
  async take(id: string, now: number, hold: Hold): Promise<boolean> {
    const taken = await inStorage('take the change', async () =>
      this.changes()
        .where({ id })
        .where(free =>
          free.whereNot({ state: 'running' }).orWhere('held_until', '<=', now),
        )
        .update({ state: 'running', held_by: hold.by, held_until: hold.until }),
    );
    return taken === 1;
  }

  /** Holds on to a change. */
  async holdOn(id: string, { by, until }: Hold): Promise<void> {
    await inStorage('hold the change', async () =>
      this.changes().where({ id, held_by: by }).update({ held_until: until }),
    );
  }

  /** Lets go of a change, with how far it got. */
  async leave(
    change: Change,
    heldBy: string,
    state: ChangeRow['state'],
  ): Promise<void> {
    await inStorage('note the change', async () =>
      this.changes()
        .where({ id: change.id, held_by: heldBy })
        .update({ state, held_until: 0, change: JSON.stringify(change) }),
    );
  }

  /** Forgets a change that has come to its end. */
  async remove(id: string, heldBy: string): Promise<void> {
    await inStorage('forget the change', async () =>
      this.changes().where({ id, held_by: heldBy }).delete(),
    );
  }

  /** Half done changes of a service, the oldest first. */
  async unfinished(service: string): Promise<Change[]> {
    const rows = await inStorage('read the changes', async () =>
      this.changes()
        .where({ service, state: 'unfinished' })
        .orderBy([{ column: 'asked_at' }, { column: 'id' }]),
    );
    return rows.map(row => toKept(row).change);
  }

  /** Changes that somebody was at who has not been heard of since, the oldest first. */
  async abandoned(now: number): Promise<Change[]> {
    const rows = await inStorage('read the changes', async () =>
      this.changes()
        .where({ state: 'running' })
        .where('held_until', '<=', now)
        .orderBy('asked_at'),
    );
    return rows.map(row => toKept(row).change);
  }

  private changes() {
    return this.knex<ChangeRow>('changes');
  }
}
