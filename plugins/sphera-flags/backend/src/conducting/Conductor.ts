import type { LoggerService } from '@backstage/backend-plugin-api';
import type { PortalBus, Signer } from '@sphera/plugin-flags-node';
import {
  atMostEvery,
  type Clock,
  type OperationsService,
  withoutValues,
} from '@sphera/plugin-operations-node';
import type { Notices } from '../notices/Notices';
import type { FlagsSettings } from '../settings/FlagsSettings';
import type { FlagStores } from '../storage/FlagStore';
import { HeldTurn } from './HeldTurn';
import { Relay } from './Relay';
import { Resender } from './Resender';
import { RolloutMover } from './rollouts/RolloutMover';

const LOOK_EVERY_MS = 1_000;
const MOVE_AT_MOST_EVERY_MS = 250;
/** Wishes that are written in quick succession travel together. */
const SEND_AT_MOST_EVERY_MS = 100;

/** What conducting takes. */
export interface ConductorParts {
  stores: Pick<FlagStores, 'changes' | 'outbox' | 'rollouts' | 'turn'>;
  bus: Pick<PortalBus, 'sendCommands' | 'state' | 'onState'>;
  clock: Clock;
  newId: () => string;
  logger: LoggerService;
  settings: Pick<
    FlagsSettings,
    'acknowledgeWithinMs' | 'resendAfterMs' | 'silentAfterMs'
  >;
  operations: Pick<OperationsService, 'run' | 'announce' | 'onChange'>;
  notices: Pick<Notices, 'look' | 'stop'>;
  /** Absent: nothing is signed. */
  signer?: Signer;
}

/**
 * Sends wishes, sends again what nobody answered, moves roll-outs, and tells people of trouble: on the one replica that
 * has the turn. The others stand by.
 */
export class Conductor {
  private readonly turn: HeldTurn;
  private readonly relay: Relay;
  private readonly resender: Resender;
  private readonly mover: RolloutMover;
  private callOff = () => {};
  private readonly sendSoon: () => void;
  private readonly moveSoon: () => void;
  private isStopped = false;

  constructor(private readonly parts: ConductorParts) {
    const { turn, outbox, rollouts, changes } = parts.stores;
    const isMine = () => this.turn.isHeld;
    this.turn = new HeldTurn({ ...parts, turn }, () => this.wake());
    this.relay = new Relay({ ...parts, outbox }, isMine);
    this.resender = new Resender({ ...parts, outbox });
    this.mover = new RolloutMover(
      { ...parts, rollouts, changes, outbox },
      isMine,
    );
    const { clock } = parts;
    const send = () => this.relay.wake();
    this.sendSoon = atMostEvery(SEND_AT_MOST_EVERY_MS, send, clock);
    const move = () => this.mover.look();
    this.moveSoon = atMostEvery(MOVE_AT_MOST_EVERY_MS, move, clock);
  }

  /** Takes the turn as soon as nobody has it; hears of what other replicas write. */
  start(): void {
    this.parts.operations.onChange(({ operation }) => {
      // What no operation did was reported by a cluster.
      if (operation) this.wake();
      else this.reported();
    });
    this.turn.start();
    this.lookLater();
  }

  /** Wishes or roll-outs were written: they are sent, or go on, at once after a quiet time, where this replica has the turn. */
  wake(): void {
    this.sendSoon();
    this.moveSoon();
  }

  /** Clusters answered: roll-outs may go on. */
  reported(): void {
    this.moveSoon();
  }

  /** Lets the turn go and ends what is being done. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.callOff();
    await Promise.all([
      this.turn.stop(),
      this.relay.stop(),
      this.mover.stop(),
      this.parts.notices.stop(),
    ]);
  }

  private lookLater(): void {
    this.callOff = this.parts.clock.after(LOOK_EVERY_MS, () => {
      void this.look().finally(() => {
        if (!this.isStopped) this.lookLater();
      });
    });
  }

  /** In case that a wake was lost on its way from another replica, and for what time alone brings. */
  private async look(): Promise<void> {
    if (!this.turn.isHeld) return;
    this.wake();
    this.parts.notices.look();
    try {
      if (await this.resender.look()) this.relay.wake();
    } catch (error) {
      const why = withoutValues(error);
      this.parts.logger.warn(`What to send again cannot be told: ${why}`);
    }
  }
}
