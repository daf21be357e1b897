import type { Seen } from '@sphera/plugin-lifecycle-node';
import {
  among,
  inParts,
  insertMany,
  inStorage,
  Revisions,
} from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { KeptLook } from '../facts/KeptLook';
import { isMereRepetition, lookAfter } from '../facts/lookAfter';
import { type FactRow, lookId, toLook, toRow } from './factRow';

/** How many rows one statement carries on every database. */
const AT_ONCE = 200;

/** What a source saw of services, and when. */
export interface SeenByService {
  source: string;
  /** By entity ref. */
  seen: ReadonlyMap<string, Seen>;
  /** When the look began, in milliseconds since 1970. */
  at: number;
  /** The revision that was known then; `undefined`: it is written whatever came in between. */
  since?: number;
  /** A look more than the schedule wants: that it found what one had found a moment before is not written down. */
  isExtra?: boolean;
}

/** What was seen of services, shared by all replicas. */
export class FactStore {
  readonly #revisions: Revisions;

  constructor(private readonly knex: Knex) {
    this.#revisions = new Revisions(knex, 'fact_revisions');
  }

  /** @throws StorageError */
  async latest(): Promise<number> {
    return this.#revisions.latest();
  }

  /**
   * Writes down what was seen, in a few statements for many services.
   * @returns entity refs of those that another look was written of since this one began; they stay as they are
   * @throws StorageError
   */
  async write({ seen, ...look }: SeenByService): Promise<string[]> {
    const doubtful: string[] = [];
    for (const some of inParts([...seen], AT_ONCE)) {
      doubtful.push(...(await this.#writeSome(some, look)));
    }
    return doubtful;
  }

  /**
   * Looks that were written after a revision.
   * @throws StorageError
   */
  async after(
    revision: number,
  ): Promise<{ looks: KeptLook[]; revision: number }> {
    const rows = await inStorage('read the facts', async () =>
      this.#rows().where('revision', '>', revision).orderBy('revision'),
    );
    const last = rows[rows.length - 1]?.revision ?? revision;
    return { looks: rows.map(toLook), revision: Number(last) };
  }

  /**
   * Forgets services that nobody looked at since a moment: they are gone from the catalog.
   * @throws StorageError
   */
  async forget(before: number): Promise<void> {
    await inStorage('forget the facts of old services', async () =>
      this.#rows().where('looked_at', '<', before).delete(),
    );
  }

  async #writeSome(
    some: Array<[string, Seen]>,
    look: Omit<SeenByService, 'seen'>,
  ): Promise<string[]> {
    const { source, at, since = Infinity, isExtra } = look;
    return this.#revisions.raise('keep the facts', async (trx, revision) => {
      const ids = some.map(([service]) => lookId(source, service));
      const there = await this.#rows(trx).whereIn('id', among(trx, ids));
      const known = new Map(there.map(row => [row.service, row]));
      const isDoubtful = (service: string) =>
        Number(known.get(service)?.revision ?? 0) > since;
      const rows: FactRow[] = [];
      for (const [service, seen] of some) {
        if (isDoubtful(service)) continue;
        const row = known.get(service);
        const before = row && toLook(row);
        const after = lookAfter(before, { source, service, seen, at });
        if (!isExtra || !isMereRepetition(before, after)) {
          rows.push(toRow(after, revision));
        }
      }
      await insertMany(trx, 'fact_looks', rows, { merge: 'id' });
      return some.map(([service]) => service).filter(isDoubtful);
    });
  }

  #rows(knex: Knex = this.knex) {
    return knex<FactRow>('fact_looks');
  }
}
