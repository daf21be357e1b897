import type { Step, StepName } from '@sphera/plugin-rollback-common';
import { Mutex } from 'async-mutex';
import { Cancelled, LetGo } from './endings';
import type { KeptRollback } from './KeptRollback';
import type { RunnerParts } from './RunnerParts';

/** A replica that has not said so for as long is no longer at a rollback. Milliseconds. */
export const HELD_FOR_MS = 5_000;
const SAY_SO_EVERY_MS = 1_500;

/** A rollback that this replica alone is at. What is written down of it goes through here. */
export class HeldRollback {
  private isLost = false;
  private readonly sleepers = new Set<() => void>();
  private readonly writing = new Mutex();
  private stopSaying = () => {};

  /** @param until - until when it is held, in milliseconds */
  constructor(
    private readonly parts: Pick<
      RunnerParts,
      'store' | 'notices' | 'operations' | 'clock' | 'logger' | 'atBoundary'
    >,
    /** As it is now; whoever changes it calls `record`. */
    readonly kept: KeptRollback,
    private readonly by: string,
    private until: number,
  ) {
    this.sayLater();
  }

  /** One of its steps. */
  step(name: StepName): Step {
    return this.kept.steps.find(step => step.name === name)!;
  }

  /** Writes it down as it is now, and tells pages. @throws LetGo */
  async record(what: string): Promise<void> {
    const { operations, logger } = this.parts;
    const { id, service, environment } = this.kept;
    if (!(await this.save(what))) throw this.lost();
    operations
      .announce({ service, environment })
      .catch(() => logger.warn(`Pages do not hear of rollback ${id} just now`));
  }

  /** Writes it down as it is now; `false`: somebody else is at it, and what was to follow is theirs to do. */
  async save(what: string): Promise<boolean> {
    const { store, notices, atBoundary } = this.parts;
    await atBoundary?.(`before ${what}`, this.kept);
    const isSaved = await this.writing.runExclusive(async () => {
      if (this.isLost) return false;
      const isOwing = !this.kept.isSettled || notices.isOwing(this.kept);
      return store.save(this.kept, this.by, isOwing);
    });
    if (!isSaved) this.letGo();
    await atBoundary?.(`after ${what}`, this.kept);
    // It may have taken long: this process stood still, say.
    return isSaved && this.isStillAtIt();
  }

  /** Returns where this replica still is at it: asked before each deed that others see. @throws LetGo */
  async stay(): Promise<void> {
    if (!(await this.isStillAtIt())) throw this.lost();
  }

  /** Waits so long, or until it is woken. @throws LetGo */
  async wait(milliseconds: number): Promise<void> {
    if (!this.isLost) {
      await new Promise<void>(resolve => {
        let callOff = () => {};
        const wake = () => {
          callOff();
          this.sleepers.delete(wake);
          resolve();
        };
        callOff = this.parts.clock.after(milliseconds, wake);
        this.sleepers.add(wake);
      });
    }
    await this.stay();
  }

  /** Something may have changed: whoever waits looks again. */
  wake(): void {
    for (const wake of [...this.sleepers]) wake();
  }

  /** @throws Cancelled where somebody asked for its end, as long as that can be had */
  async stopWhereAsked(): Promise<void> {
    if (!this.kept.canStop) return;
    await this.throwIfCancelled();
  }

  /** From here on it cannot be cancelled: its change is about to be sent. @throws Cancelled, LetGo */
  async passPointOfNoReturn(): Promise<void> {
    if (this.kept.canStop) {
      this.kept.canStop = false;
      await this.record('the point of no return');
      // Whoever asked before this was written is heard; nobody can ask after it.
      await this.throwIfCancelled();
    }
    await this.stay();
  }

  /** It was not sent after all. @throws LetGo */
  async goBackBeforeIt(): Promise<void> {
    this.kept.canStop = true;
    await this.record('the way back');
  }

  /** Stops being at it, at the next moment that `stay` is asked. */
  letGo(): void {
    this.isLost = true;
    this.stopSaying();
    this.wake();
  }

  private async isStillAtIt(): Promise<boolean> {
    if (!this.isLost && this.parts.clock.now() >= this.until) {
      await this.sayNow();
    }
    return !this.isLost;
  }

  private async throwIfCancelled(): Promise<void> {
    const cancel = await this.parts.store.cancelOf(this.kept.id);
    if (cancel) throw new Cancelled(cancel);
  }

  private sayLater(): void {
    this.stopSaying = this.parts.clock.after(SAY_SO_EVERY_MS, () => {
      void this.sayNow().finally(() => {
        if (!this.isLost) this.sayLater();
      });
    });
  }

  private async sayNow(): Promise<void> {
    const { store, clock, logger } = this.parts;
    const { id } = this.kept;
    const until = clock.now() + HELD_FOR_MS;
    try {
      const isHeld = await store.holdOn(id, { by: this.by, until });
      if (isHeld) this.until = until;
      else this.letGo();
    } catch (error) {
      logger.warn(`Rollback ${id} cannot be held: ${error}`);
      if (clock.now() >= this.until) this.letGo();
    }
  }

  private lost(): LetGo {
    return new LetGo(`Another replica is at rollback ${this.kept.id}`);
  }
}
