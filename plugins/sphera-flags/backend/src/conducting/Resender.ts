import type { PortalBus } from '@sphera/plugin-flags-node';
import type { Clock } from '@sphera/plugin-operations-node';
import type { FlagsSettings } from '../settings/FlagsSettings';
import type { Outbox } from '../storage/FlagStore';

const BATCH = 500;
const LONGEST_MS = 10_000;

/** Puts wishes into the outbox again that nobody answered, now and then. */
export class Resender {
  private nextAt = 0;

  constructor(
    private readonly parts: {
      outbox: Pick<Outbox, 'resend'>;
      bus: Pick<PortalBus, 'state'>;
      settings: Pick<FlagsSettings, 'resendAfterMs' | 'silentAfterMs'>;
      clock: Clock;
    },
  ) {}

  /** Returns whether there is something to send now. While the other side is away nothing is put in again. */
  async look(): Promise<boolean> {
    const { outbox, bus, settings, clock } = this.parts;
    const now = clock.now();
    if (bus.state.state !== 'connected' || now < this.nextAt) return false;
    const { resendAfterMs: afterMs, silentAfterMs } = settings;
    const put = await outbox.resend({
      now,
      afterMs,
      heardSince: now - silentAfterMs,
      limit: BATCH,
    });
    // A full batch: there may be more.
    const wait = put === BATCH ? 0 : Math.min(afterMs / 4, LONGEST_MS);
    this.nextAt = now + wait;
    return put > 0;
  }
}
