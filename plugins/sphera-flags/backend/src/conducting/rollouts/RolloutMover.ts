import type { LoggerService } from '@backstage/backend-plugin-api';
import { advanceRollout } from '@sphera/plugin-flags-common';
import {
  type Clock,
  growingWait,
  type OperationsService,
  StorageError,
  withoutValues,
} from '@sphera/plugin-operations-node';
import type { FlagsSettings } from '../../settings/FlagsSettings';
import type {
  ChangeStore,
  Outbox,
  RolloutStore,
} from '../../storage/FlagStore';
import type { KeptRollout } from '../../storage/Kept';
import { awaitedRing, type Move, nextMove } from './nextMove';
import { type RingStanding, ringStanding } from './ringStanding';

type Ring = KeptRollout['rings'][number];

const PAGE = 200;

/** What moving roll-outs takes. */
export interface MoverParts {
  rollouts: Pick<RolloutStore, 'get' | 'list' | 'save'>;
  changes: Pick<ChangeStore, 'cellsOf'>;
  outbox: Pick<Outbox, 'oldestAt'>;
  operations: Pick<OperationsService, 'run' | 'announce'>;
  settings: Pick<FlagsSettings, 'acknowledgeWithinMs'>;
  clock: Clock;
  logger: LoggerService;
}

/** Moves the roll-outs that are under way, each as far as it can go now. */
export class RolloutMover {
  private isDue = false;
  private isStopped = false;
  private work?: Promise<void>;
  /** By id: roll-outs that could not be moved, and from when on that is tried again. */
  private readonly troubles = new Map<string, { tries: number; at: number }>();

  constructor(
    private readonly parts: MoverParts,
    /** Whether this replica has the turn. */
    private readonly isMine: () => boolean,
  ) {}

  /** Something may have changed that a roll-out waits for. */
  look(): void {
    this.isDue = true;
    if (this.work || !this.mayGoOn()) return;
    this.work = this.moveAll().finally(() => {
      this.work = undefined;
      if (this.isDue) this.look();
    });
  }

  /** Ends after the step that is being done. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.work;
  }

  private async moveAll(): Promise<void> {
    this.isDue = false;
    try {
      for (const rollout of await this.running()) {
        if (!this.mayGoOn()) return;
        await this.move(rollout);
      }
    } catch (error) {
      this.parts.logger.warn(`Roll-outs cannot be looked at: ${why(error)}`);
    }
  }

  private async running(): Promise<KeptRollout[]> {
    const found: KeptRollout[] = [];
    for (;;) {
      const page = { limit: PAGE, offset: found.length };
      const some = await this.parts.rollouts.list({ state: 'running' }, page);
      found.push(...some);
      if (some.length < PAGE) return found;
    }
  }

  private async move(first: KeptRollout): Promise<void> {
    const { id } = first;
    const { clock, rollouts, logger } = this.parts;
    const trouble = this.troubles.get(id);
    if (trouble && clock.now() < trouble.at) return;
    try {
      let rollout: KeptRollout | undefined = first;
      while (rollout?.state === 'running' && this.mayGoOn()) {
        if (!(await this.doNext(rollout))) break;
        rollout = await rollouts.get(id);
      }
      this.troubles.delete(id);
    } catch (error) {
      // Paused, aborted or killed meanwhile: the next look sees it so.
      if ((error as Error).name === 'ConflictError') return;
      const tries = (trouble?.tries ?? 0) + 1;
      const at = clock.now() + growingWait(tries, clock.random);
      this.troubles.set(id, { tries, at });
      if (!trouble) {
        logger.warn(`Roll-out ${id} cannot go on just now: ${why(error)}`);
      }
    }
  }

  /** Returns whether more may be to do. */
  private async doNext(rollout: KeptRollout): Promise<boolean> {
    const move = await this.decide(rollout);
    if (move.step === 'wait') return false;
    if (move.step !== 'note') {
      await this.advance(rollout, move);
      return move.step === 'send';
    }
    const { rollouts, operations } = this.parts;
    if (!(await rollouts.save(move.rollout))) return false;
    await operations.announce({ service: rollout.service });
    return true;
  }

  private async decide(rollout: KeptRollout): Promise<Move> {
    const { clock, settings } = this.parts;
    const ring = awaitedRing(rollout);
    return nextMove(rollout, {
      now: clock.now(),
      acknowledgeWithinMs: settings.acknowledgeWithinMs,
      standing: ring && (await this.standingOf(ring, rollout.flag)),
    });
  }

  private async standingOf(ring: Ring, flag: string): Promise<RingStanding> {
    const { changes, outbox } = this.parts;
    const cells = await changes.cellsOf(flag);
    return ringStanding(ring, cells, await outbox.oldestAt());
  }

  private async advance(
    { id, startedBy }: KeptRollout,
    move: Exclude<Move, { step: 'wait' | 'note' }>,
  ): Promise<void> {
    await this.parts.operations.run(
      advanceRollout,
      { id, ...move },
      { actor: startedBy, door: 'schedule' },
    );
  }

  private mayGoOn(): boolean {
    return !this.isStopped && this.isMine();
  }
}

function why(error: unknown): string {
  return error instanceof StorageError ? error.message : withoutValues(error);
}
