import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  BusAwayError,
  type PortalBus,
  type Signer,
} from '@sphera/plugin-flags-node';
import { pause } from '@sphera/plugin-operations-common';
import {
  type Clock,
  growingWait,
  StorageError,
  withoutValues,
} from '@sphera/plugin-operations-node';
import type { Outbox } from '../storage/FlagStore';

const BATCH = 4_000;
/** After so many at once more are to be expected: what is written meanwhile gathers, since agents and brokers pay by the batch. */
const MANY = 200;
const GATHER_MS = 400;
/** Between two tries, also where the other side seems to be back. Milliseconds. */
const AT_LEAST_MS = 1_000;

/** What the relay works with. */
export interface RelayParts {
  outbox: Pick<Outbox, 'next' | 'sent'>;
  bus: Pick<PortalBus, 'sendCommands' | 'state' | 'onState'>;
  clock: Clock;
  logger: LoggerService;
  /** Signs each record when it is sent; absent: nothing is signed. */
  signer?: Signer;
}

/**
 * Sends what waits in the outbox, in order, one batch after the other. What may not have arrived is sent again: revisions
 * make that harmless.
 */
export class Relay {
  private isDue = false;
  private isWorking = false;
  private isStopped = false;
  private readonly end = new AbortController();
  private work: Promise<void> = Promise.resolve();
  private isTrouble = false;
  private tries = 0;
  private triedAt = -Infinity;
  /** Set while it waits for the other side: how to call the next try off. */
  private callOffNext?: () => void;

  constructor(
    private readonly parts: RelayParts,
    /** Whether this replica has the turn. */
    private readonly isMine: () => boolean,
  ) {
    parts.bus.onState(({ state }) => {
      if (state === 'connected') this.trySoon();
    });
  }

  /** Something may be there to be sent; a wake that comes while something is being sent is not lost. */
  wake(): void {
    this.isDue = true;
    if (this.isWorking || this.isStopped || this.callOffNext) return;
    if (!this.isMine()) return;
    if (this.parts.bus.state.state !== 'connected' && this.tries === 0) {
      this.tryLater();
      return;
    }
    this.isWorking = true;
    this.work = this.sendAll();
  }

  /** Ends after the batch that is on its way. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.end.abort();
    this.callOffNext?.();
    await this.work;
  }

  private async sendAll(): Promise<void> {
    try {
      while (this.isDue && this.mayGoOn()) {
        this.isDue = false;
        const sent = await this.sendWaiting();
        if (this.isDue && sent > MANY) {
          await pause(GATHER_MS, this.parts.clock, this.end.signal);
        }
      }
    } catch (error) {
      this.isDue = true;
      this.triedAt = this.parts.clock.now();
      this.note(error);
      this.tryLater();
    } finally {
      // Before anything else can run, so that no wake falls between.
      this.isWorking = false;
    }
  }

  private async sendWaiting(): Promise<number> {
    let sent = 0;
    for (let last = BATCH; last === BATCH && this.mayGoOn(); sent += last) {
      last = await this.sendNext();
    }
    return sent;
  }

  private async sendNext(): Promise<number> {
    const { outbox, bus, clock, signer } = this.parts;
    const waiting = await outbox.next(BATCH);
    if (waiting.length === 0) return 0;
    const records = waiting.map(({ record }) =>
      signer ? signer.sign(record) : record,
    );
    await bus.sendCommands(records);
    this.tries = 0;
    await outbox.sent(waiting, clock.now());
    this.isTrouble = false;
    return waiting.length;
  }

  private note(error: unknown): void {
    if (this.isTrouble) return;
    this.isTrouble = true;
    const isKnown =
      error instanceof BusAwayError || error instanceof StorageError;
    const why = isKnown ? error.message : withoutValues(error);
    this.parts.logger.warn(`Wishes for clusters wait: ${why}`);
  }

  private mayGoOn(): boolean {
    return !this.isStopped && this.isMine();
  }

  private tryLater(): void {
    if (this.isStopped) return;
    const { clock } = this.parts;
    this.tries += 1;
    const wait = growingWait(this.tries, clock.random);
    this.callOffNext = clock.after(wait, () => this.tryNow());
  }

  private trySoon(): void {
    if (!this.callOffNext) return;
    const { clock } = this.parts;
    const wait = this.triedAt + AT_LEAST_MS - clock.now();
    if (wait <= 0) {
      this.tryNow();
      return;
    }
    this.callOffNext();
    this.callOffNext = clock.after(wait, () => this.tryNow());
  }

  private tryNow(): void {
    this.callOffNext?.();
    this.callOffNext = undefined;
    if (this.isDue) this.wake();
  }
}
