import { among, inStorage } from '@sphera/plugin-operations-node';
import type { Problem } from '@sphera/plugin-merges-common';
import type { Knex } from 'knex';
import type {
  KeptRepository,
  KnownOfRepository,
  Outcome,
  Wish,
} from './KeptRepository';
import {
  outcomeColumns,
  type RepositoryRow,
  toRepository,
  wishColumns,
} from './repositoryRow';

type Value = Knex.Ref<string, any> | number | string;
type Columns = Partial<Record<keyof RepositoryRow, Knex.Raw | Value | null>>;

/** What is wanted of repositories, what is still to be done for it, and what came of it. */
export class WorkStore {
  constructor(private readonly knex: Knex) {}

  /**
   * Wants something else of repositories; those of which it is wanted already are left alone, so that of several
   * replicas one alone has it done.
   *
   * @param digest - of the wish
   * @returns of how many it is new
   */
  async want(
    names: readonly string[],
    wish: Wish & { digest: string },
    now: number,
  ): Promise<number> {
    const { digest, wanted } = wish;
    return inStorage('want something of repositories', async () =>
      this.#written()
        .whereIn('name', among(this.knex, names) as string[])
        .whereNot({ wish: digest })
        .update({
          // First, for MySQL: it takes what was set before, other databases what was there.
          state: this.#ifWanted(wanted, this.knex.ref('state'), 'changing'),
          since: this.#ifWanted(wanted, this.knex.ref('since'), now),
          ...wishColumns(wish),
          wish: digest,
          asked: this.knex.raw('asked + 1'),
          retry_at: 0,
          tries: 0,
        } satisfies Columns),
    );
  }

  /** Asks for repositories once more; @param names - absent: all of them */
  async ask({
    names,
    deep,
  }: {
    names?: readonly string[];
    deep: boolean;
  }): Promise<number> {
    return inStorage('ask for repositories', async () => {
      const those = names ? this.#those(names) : this.#rows();
      return those.update({
        // In this order: MySQL takes what was set before, other databases what was there.
        ...(deep && { asked_deep: this.knex.raw('asked + 1') }),
        asked: this.knex.raw('asked + 1'),
      });
    });
  }

  /** Those with something to do: of which people wait most, first. */
  async due(now: number, limit: number): Promise<KeptRepository[]> {
    const rows = await inStorage('read what is to be done', async () =>
      this.#asked()
        .where('retry_at', '<=', now)
        .orderBy([
          { column: 'state' },
          { column: 'newest_at', order: 'desc' },
          { column: 'name' },
        ])
        .limit(limit),
    );
    return rows.map(toRepository);
  }

  /** When the next one is due that is not yet; `undefined`: none is. */
  async nextDue(): Promise<number | undefined> {
    const [{ next }] = await inStorage('read what is to be done', async () =>
      this.#asked().min({ next: 'retry_at' }),
    );
    return next === null || next === undefined ? undefined : Number(next);
  }

  /** What was asked for is done. @param one - as it was when that began */
  async finish(one: KeptRepository, outcome: Outcome): Promise<void> {
    await this.#update(one.name, {
      ...this.#came(one, outcome),
      done: one.asked,
      retry_at: 0,
      tries: 0,
    });
  }

  /** It could not be done. @param one - as it was when that began */
  async fail(
    one: KeptRepository,
    failure: {
      outcome: Outcome;
      retryAt: number;
      tries: number;
      /** There is no use in trying again soon. */
      isFinal: boolean;
    },
  ): Promise<void> {
    const { outcome, retryAt, tries, isFinal } = failure;
    await this.#update(one.name, {
      ...this.#came(one, outcome),
      retry_at: retryAt,
      tries,
      ...(isFinal && { done: one.asked }),
    });
  }

  /** GitHub wants to be left alone: says so at everything that is to be done. */
  async pause(until: number, problem: Problem): Promise<void> {
    await inStorage('pause', async () =>
      this.#asked()
        .where('retry_at', '<', until)
        .update({ retry_at: until, problem: JSON.stringify(problem) }),
    );
  }

  /** A switch is on the record, and made. */
  async note(
    name: string,
    noted: KeptRepository['noted'],
    known: KnownOfRepository,
  ): Promise<void> {
    await this.#update(name, { noted, known: JSON.stringify(known) });
  }

  /** Where something else is wanted meanwhile, it is on its way there, whatever came of the wish before. */
  #came({ wanted }: KeptRepository, outcome: Outcome) {
    const { state, since, ...others } = outcomeColumns(outcome);
    return {
      ...others,
      state: this.#ifWanted(wanted, state, this.knex.ref('state')),
      since: this.#ifWanted(wanted, since, this.knex.ref('since')),
    };
  }

  #ifWanted(wanted: Wish['wanted'], then: Value, otherwise: Value): Knex.Raw {
    const values = [wanted, then, otherwise];
    return this.knex.raw('case when wanted = ? then ? else ? end', values);
  }

  async #update(name: string, columns: Columns): Promise<void> {
    await inStorage('write the repository down', async () =>
      this.#written().where({ name }).update(columns),
    );
  }

  #those(names: readonly string[]) {
    return this.#rows().whereIn('name', among(this.knex, names) as string[]);
  }

  #asked() {
    return this.#rows().where('asked', '>', this.knex.ref('done'));
  }

  /** For values that the database works out by itself. */
  #written() {
    return this.knex('merge_repositories');
  }

  #rows() {
    return this.knex<RepositoryRow>('merge_repositories');
  }
}
