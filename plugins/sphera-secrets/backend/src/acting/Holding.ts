import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Clock } from '@sphera/plugin-operations-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ChangeState, KeptChange } from '../storage/changeRow';
import type { ChangeStore } from '../storage/ChangeStore';
import type { Change } from './Change';
import { inWords } from './sentences';

/** A replica that has not said so for as long is no longer at a change. */
const HELD_FOR_MS = 60_000;
const SAY_SO_EVERY_MS = 15_000;
/** How often a change may lose against one that is gone when it is looked for. */
const TRIES = 3;

/** A change that this call alone is at. Exactly one of the two ends it. */
export interface HeldChange {
  change: Change;
  /** It has come to its end. */
  end(): Promise<void>;
  /** It stays as it is now. */
  leave(state: Exclude<ChangeState, 'running'>): Promise<void>;
}

/** Lets one change of a secret be under way at a time, over all replicas. */
export class Holding {
  private settle: (change: Change) => Promise<void> = async () => {};

  constructor(
    private readonly parts: {
      store: ChangeStore;
      clock: Clock;
      newId: () => string;
      logger: LoggerService;
    },
  ) {}

  /** Who settles a change that is in the way of another one and whose replica died. */
  onAbandoned(settle: (change: Change) => Promise<void>): void {
    this.settle = settle;
  }

  /**
   * Begins a change, and runs it while nobody else is at that secret.
   * @throws ConflictError naming who is at it
   */
  async begin<T>(
    change: Change,
    run: (held: HeldChange) => Promise<T>,
  ): Promise<T> {
    const by = this.parts.newId();
    for (let tries = 1; ; tries++) {
      const until = this.parts.clock.now() + HELD_FOR_MS;
      if (await this.parts.store.begin(change, { by, until })) break;
      const other = await this.parts.store.of(change);
      if (other) await this.makeWay(other, tries);
      if (tries === TRIES) throw inTheWay(change, other);
    }
    return this.whileHeld(change, by, run);
  }

  /**
   * Goes on with a change that is half done, or whose replica died.
   * @throws NotFoundError, ConflictError where somebody is at it
   */
  async goOn<T>(
    { id, service }: Pick<Change, 'id' | 'service'>,
    check: (change: Change) => void,
    run: (held: HeldChange) => Promise<T>,
  ): Promise<T> {
    const { store, clock, newId } = this.parts;
    const by = newId();
    const found = await store.get(id);
    if (!found || found.change.service !== service) throw noSuchChange(id);
    check(found.change);
    const now = clock.now();
    if (!(await store.take(id, now, { by, until: now + HELD_FOR_MS }))) {
      throw inTheWay(found.change, await store.get(id));
    }
    const { change } = (await store.get(id)) ?? found;
    return this.whileHeld(change, by, run);
  }

  private async makeWay(other: KeptChange, tries: number): Promise<void> {
    const isAbandoned =
      other.state === 'running' && other.heldUntil <= this.parts.clock.now();
    if (!isAbandoned || tries === TRIES) throw inTheWay(other.change, other);
    await this.settle(other.change);
  }

  private async whileHeld<T>(
    change: Change,
    by: string,
    run: (held: HeldChange) => Promise<T>,
  ): Promise<T> {
    const { store } = this.parts;
    const stop = this.sayWhile(change.id, by);
    let isSettled = false;
    try {
      return await run({
        change,
        async end() {
          isSettled = true;
          await store.remove(change.id, by);
        },
        async leave(state) {
          isSettled = true;
          await store.leave(change, by, state);
        },
      });
    } finally {
      stop();
      // Nobody foresaw what happened: the next look settles it.
      if (!isSettled) await store.leave(change, by, 'running');
    }
  }

  /** Says again and again that it is held, until what it answers is called. */
  private sayWhile(id: string, by: string): () => void {
    const { store, clock, logger } = this.parts;
    let stop = () => {};
    const sayIn = () => {
      stop = clock.after(SAY_SO_EVERY_MS, () => {
        const until = clock.now() + HELD_FOR_MS;
        store
          .holdOn(id, { by, until })
          .catch(error =>
            logger.warn(`Change ${id} cannot be held: ${error.message}`),
          );
        sayIn();
      });
    };
    sayIn();
    return () => stop();
  }
}

function inTheWay(change: Change, kept: KeptChange | undefined): ConflictError {
  const { name, by, at } = kept?.change ?? change;
  return new ConflictError(
    kept?.state === 'unfinished'
      ? `A change of ${name} that ${by} began at ${inWords(
          at,
        )} did not reach every place. Finish it or undo it first`
      : `${by} is changing ${name} right now, since ${inWords(
          at,
        )}. Wait until that has ended, then look at it again`,
  );
}

function noSuchChange(id: string): NotFoundError {
  return new NotFoundError(
    `This service has no unfinished change ${id}. Perhaps somebody finished or undid it: list-secrets says which there are`,
  );
}
