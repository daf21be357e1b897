import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Problem } from '@sphera/plugin-merges-common';
import {
  type Clock,
  growingWait,
  NeighbourError,
  type OperationsService,
} from '@sphera/plugin-operations-node';
import type { KeptRepository } from '../storage/KeptRepository';
import type { Stores } from '../storage/openStores';
import { problemOf } from './problemOf';
import type { RepositorySync } from './RepositorySync';

const TURN_MS = 120_000;
const LONGEST_RETRY_MS = 120_000;

/** GitHub wants to be left alone for a while. */
export interface Pause {
  /** Milliseconds since 1970. */
  until: number;
  problem: Problem;
}

/** Does what is asked for of one repository, while it is this replica's turn, and writes down what came of it. */
export class RepositoryWork {
  constructor(
    private readonly parts: {
      stores: Stores;
      sync: RepositorySync;
      operations: Pick<OperationsService, 'announce'>;
      clock: Clock;
      logger: LoggerService;
    },
  ) {}

  /** @param mayGoOn - whether there is no reason to stop */
  async run(
    { name }: KeptRepository,
    mayGoOn: () => boolean,
  ): Promise<'done' | 'busy' | Pause> {
    const { stores, clock } = this.parts;
    const take = () =>
      stores.turns.take(name, clock.now(), clock.now() + TURN_MS);
    if (!(await take())) return 'busy';
    try {
      // As it is now: another replica may have done it meanwhile.
      const repository = await stores.repositories.get(name);
      if (!repository || repository.asked <= repository.done) return 'done';
      const goOn = async () => mayGoOn() && (await take());
      return await this.#bring(repository, goOn);
    } finally {
      await stores.turns.letGo(name);
    }
  }

  async #bring(
    repository: KeptRepository,
    goOn: () => Promise<boolean>,
  ): Promise<'done' | Pause> {
    const { stores, sync } = this.parts;
    try {
      const outcome = await sync.bring(repository, goOn);
      if (!outcome) return 'done';
      await stores.work.finish(repository, outcome);
      await this.#tell(repository);
      return 'done';
    } catch (error) {
      return this.#fail(repository, error);
    }
  }

  async #fail(before: KeptRepository, error: unknown): Promise<'done' | Pause> {
    const { stores, clock } = this.parts;
    const now = clock.now();
    const isNeighbour = error instanceof NeighbourError;
    const isPassing = !isNeighbour || error.isPassing;
    const pause = isNeighbour ? error.retryAfter : undefined;
    const wait =
      pause ?? growingWait(before.tries + 1, clock.random, LONGEST_RETRY_MS);
    const retryAt = now + wait;
    const sentence = this.#sentenceOf(before, error);
    const problem = {
      ...problemOf(before.problem, sentence, now),
      ...(isPassing && { retryAt: new Date(retryAt).toISOString() }),
    };
    // A switch that was made before something else failed is kept.
    const repository = (await stores.repositories.get(before.name)) ?? before;
    // What is so already stays so while GitHub cannot be asked.
    const unsettled = pause === undefined ? 'failed' : 'changing';
    const state = before.state === before.wanted ? before.state : unsettled;
    const since = state === before.state ? before.since : now;
    await stores.work.fail(before, {
      outcome: { ...before, known: repository.known, state, since, problem },
      retryAt: isPassing ? retryAt : 0,
      tries: before.tries + 1,
      // What GitHub refuses it will refuse again: the next comparison tries once more.
      isFinal: !isPassing,
    });
    await this.#tell(before);
    return pause === undefined ? 'done' : { until: retryAt, problem };
  }

  #sentenceOf({ spelled }: KeptRepository, error: unknown): string {
    if (error instanceof NeighbourError) return error.message;
    this.parts.logger.warn(
      `Merges of ${spelled} cannot be looked after: ${error}`,
    );
    // The record, or the catalog, is away: that is said for people.
    const isForPeople =
      error instanceof Error && error.name === 'ServiceUnavailableError';
    return isForPeople
      ? error.message
      : 'The portal itself failed: see its log';
  }

  /** Open pages, of every replica. */
  async #tell({ services }: KeptRepository) {
    const targets = services.length > 0 ? services : [undefined];
    for (const service of targets) {
      await this.parts.operations.announce({ service });
    }
  }
}
