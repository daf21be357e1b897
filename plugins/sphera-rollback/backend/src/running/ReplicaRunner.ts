import type { RollbackState } from '@sphera/plugin-rollback-common';
import { Mutex } from 'async-mutex';
import { withoutValues } from '@sphera/plugin-operations-node';
import { RollbackConflictError } from '../errors';
import { carryOut } from './carryOut';
import { LetGo } from './endings';
import { HeldRollback, HELD_FOR_MS } from './HeldRollback';
import { keepTelling } from './keepTelling';
import type { KeptRollback } from './KeptRollback';
import type { Runner } from './Runner';
import type { RunnerParts } from './RunnerParts';

/** How often a replica looks for rollbacks that nobody is at. Milliseconds. */
export const LOOK_EVERY_MS = 2_000;

/** Carries rollbacks out on this replica, each while no other replica is at it. */
export class ReplicaRunner implements Runner {
  private readonly by: string;
  private readonly held = new Map<string, HeldRollback>();
  private readonly atWork = new Map<string, Promise<void>>();
  private readonly repositories = new Map<string, Mutex>();
  private stopLooking = () => {};
  private isStopped = false;

  constructor(private readonly parts: RunnerParts) {
    this.by = parts.newId();
  }

  wake(id: string): void {
    if (this.isStopped) return;
    const held = this.held.get(id);
    if (held) {
      held.wake();
      return;
    }
    if (this.atWork.has(id)) return;
    const work = this.goOn(id).finally(() => this.atWork.delete(id));
    this.atWork.set(id, work);
  }

  start(): void {
    this.stopLooking = this.parts.clock.after(LOOK_EVERY_MS, () => {
      void this.look().finally(() => {
        if (!this.isStopped) this.start();
      });
    });
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.stopLooking();
    for (const held of this.held.values()) held.letGo();
    await Promise.all(this.atWork.values());
  }

  /**
   * Writes down how a rollback ended that this replica is at; asked again, it is as it was the first time.
   * @throws RollbackConflictError where it ended in another way, or another replica is at it
   */
  async end(
    id: string,
    { state, sentence }: { state: RollbackState; sentence: string },
  ): Promise<KeptRollback> {
    const held = this.held.get(id);
    if (!held || !['running', state].includes(held.kept.state)) {
      throw new RollbackConflictError('This rollback is over', {
        rollback: id,
      });
    }
    const { kept } = held;
    if (kept.state === state) return kept;
    const before = { ...kept };
    const endedAt = this.parts.clock.now();
    Object.assign(kept, { state, sentence, endedAt, canStop: false });
    try {
      await held.record('the end');
    } catch (error) {
      // Not written down: it is not over.
      Object.assign(kept, before);
      if (!(error instanceof LetGo)) throw error;
      throw new RollbackConflictError(error.message, { rollback: id });
    }
    return kept;
  }

  private async look(): Promise<void> {
    try {
      const ids = await this.parts.store.waiting(this.parts.clock.now());
      for (const id of ids) if (!this.held.has(id)) this.wake(id);
    } catch (error) {
      this.parts.logger.warn(`Rollbacks cannot be looked for: ${error}`);
    }
  }

  private async goOn(id: string): Promise<void> {
    const { store, clock, logger } = this.parts;
    const now = clock.now();
    const until = now + HELD_FOR_MS;
    try {
      const kept = await store.take(id, now, { by: this.by, until });
      if (!kept) return;
      const held = new HeldRollback(this.parts, kept, this.by, until);
      this.held.set(id, held);
      try {
        if (this.isStopped) return;
        await this.workOn(held);
      } finally {
        held.letGo();
        this.held.delete(id);
        await store.letGo(id, this.by);
      }
    } catch (error) {
      // It is in the database: a replica takes it up, this one or another.
      if (!(error instanceof LetGo)) {
        logger.error(
          `Rollback ${id} stopped, and is taken up again: ${withoutValues(
            error,
          )}`,
        );
      }
    }
  }

  private async workOn(held: HeldRollback): Promise<void> {
    const parts = { ...this.parts, alone: this.alone };
    const carrying = carryOut(held, parts).finally(() => held.wake());
    const telling = keepTelling(held, parts);
    // One that cannot go on takes the other one along, at its next wait.
    const both = [carrying, telling].map(work =>
      work.catch(error => {
        held.letGo();
        throw error;
      }),
    );
    const [failure] = (await Promise.allSettled(both)).flatMap(result =>
      result.status === 'rejected' && !(result.reason instanceof LetGo)
        ? [result.reason]
        : [],
    );
    if (failure) throw failure;
  }

  private readonly alone = async <T>(
    repository: string,
    run: () => Promise<T>,
  ): Promise<T> => {
    const { repositories } = this;
    const mutex = repositories.get(repository) ?? new Mutex();
    repositories.set(repository, mutex);
    return mutex.runExclusive(run);
  };
}
