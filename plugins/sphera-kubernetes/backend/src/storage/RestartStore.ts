import { ifNobodyDid, inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { ObjectPlace } from '../reading/find';
import type {
  RestartStanding,
  StartedRestart,
} from '../restarts/StartedRestart';
import { RestartRow, toRestart, toRow } from './restartRow';

/** Keeps the restarts. At most one of a deployment is open, and of many who would end it exactly one does. */
export class RestartStore {
  constructor(private readonly knex: Knex) {}

  /** `false`: another restart of the deployment is open. */
  async begin(restart: StartedRestart): Promise<boolean> {
    return ifNobodyDid('keep the restart', async () =>
      this.restarts().insert(toRow(restart)),
    );
  }

  /** Notes that the cluster has taken it. */
  async reached(id: string, generation: number): Promise<void> {
    await inStorage('note the restart', async () =>
      this.restarts().where({ id }).update({ generation }),
    );
  }

  /** Forgets a restart that the cluster refused. */
  async takeBack(id: string): Promise<void> {
    await inStorage('take the restart back', async () =>
      this.unsettled().where({ id }).delete(),
    );
  }

  async get(id: string): Promise<StartedRestart | undefined> {
    const row = await inStorage('read the restart', async () =>
      this.restarts().where({ id }).first(),
    );
    return row && toRestart(row);
  }

  /** The latest of one deployment. */
  async latest(place: ObjectPlace): Promise<StartedRestart | undefined> {
    const { cluster, namespace, name } = place;
    const row = await inStorage('read the restart', async () =>
      this.restarts()
        .where({ cluster, namespace, name })
        .orderBy([
          { column: 'started_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .first(),
    );
    return row && toRestart(row);
  }

  /** Those whose outcome is not on the record, the oldest first. */
  async open(): Promise<StartedRestart[]> {
    const rows = await inStorage('read the restarts', async () =>
      this.unsettled().orderBy('started_at'),
    );
    return rows.map(toRestart);
  }

  /**
   * Takes an open restart, for the caller alone to settle, until `until`. Then the caller counts as
   * dead and another one may take it. Moments in milliseconds since 1970.
   */
  async take(id: string, now: number, until: number): Promise<boolean> {
    const taken = await inStorage('take the restart', async () =>
      this.unsettled()
        .where({ id })
        .where(free =>
          free.whereNull('noting_until').orWhere('noting_until', '<=', now),
        )
        .update({ noting_until: until }),
    );
    return taken === 1;
  }

  /** Puts the outcome on the record. `false`: it is already. */
  async settle(
    id: string,
    { state, pods, sentence, at }: RestartStanding & { at: number },
  ): Promise<boolean> {
    const settled = await inStorage(
      'note the outcome of the restart',
      async () =>
        this.unsettled().where({ id }).update({
          state,
          pods_wanted: pods.wanted,
          pods_ready: pods.ready,
          sentence,
          ended_at: at,
          open_key: null,
        }),
    );
    return settled === 1;
  }

  private restarts() {
    return this.knex<RestartRow>('restarts');
  }

  private unsettled() {
    return this.restarts().whereNull('ended_at');
  }
}
