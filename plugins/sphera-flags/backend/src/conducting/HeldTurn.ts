import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Clock } from '@sphera/plugin-operations-node';
import type { Turn } from '../storage/FlagStore';

/** A replica that has not said so for as long has no longer the turn. Milliseconds. */
export const TURN_MS = 5_000;
const SAY_SO_EVERY_MS = 1_500;
const LOOK_EVERY_MS = 1_000;

/** The turn, as this replica sees it: it looks for it, holds it and goes on with it. */
export class HeldTurn {
  private readonly by: string;
  private until = 0;
  private isStopped = false;
  private isFailing = false;
  private callOff = () => {};
  private looking?: Promise<void>;

  constructor(
    private readonly parts: {
      turn: Turn;
      clock: Clock;
      logger: LoggerService;
      newId: () => string;
    },
    /** Called each time that this replica gets it. */
    private readonly onTaken: () => void,
  ) {
    this.by = parts.newId();
  }

  /** Whether this replica has it now; where it could not say so for too long, it has not. */
  get isHeld(): boolean {
    return !this.isStopped && this.parts.clock.now() < this.until;
  }

  /** Looks for it from now on, and goes on with it once it has it. */
  start(): void {
    this.looking = this.look().then(() => {
      if (this.isStopped) return;
      const wait = this.isHeld ? SAY_SO_EVERY_MS : LOOK_EVERY_MS;
      this.callOff = this.parts.clock.after(wait, () => this.start());
    });
  }

  /** Lets it go, so that another replica has it at its next look. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.callOff();
    await this.looking;
    await this.parts.turn.letGo(this.by).catch(this.notePassing);
  }

  private async look(): Promise<void> {
    const { turn, clock } = this.parts;
    const now = clock.now();
    try {
      const isTaken = await turn.take(this.by, now, now + TURN_MS);
      const isNew = isTaken && !this.isHeld;
      this.until = isTaken ? now + TURN_MS : 0;
      this.isFailing = false;
      if (isNew && this.isHeld) this.onTaken();
    } catch (error) {
      this.notePassing(error);
    }
  }

  private readonly notePassing = (error: unknown) => {
    if (!this.isFailing) {
      this.parts.logger.warn(`Whose turn it is cannot be told: ${error}`);
    }
    this.isFailing = true;
  };
}
