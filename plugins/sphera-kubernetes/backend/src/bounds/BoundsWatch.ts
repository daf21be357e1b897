import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ClusterSight, FleetChange } from '../fleet/FleetMemory';
import { BoundsDeed, BoundsOverride, nextDeed } from './BoundsOverride';

/** How long one replica may take, and how long after a failure it is tried again; twice as long each time … */
const TAKEN_MS = 60_000;
/** … up to this. */
const LONGEST_TAKEN_MS = 3_600_000;
/** Longest delay that a timer of Node.js takes, about 24 days. */
const LONGEST_MS = 2 ** 31 - 1;

/** Watches for the moments at which something is to be done with bounds, and sees to it: once, on one replica, until it worked. */
export class BoundsWatch {
  private timer?: NodeJS.Timeout;
  private stopped = false;

  constructor(
    private readonly parts: {
      /** The bounds that stand, read anew. */
      readStanding: () => Promise<BoundsOverride[]>;
      sightOf: (cluster: string) => ClusterSight | undefined;
      /** Takes bounds for this replica alone until then. `false`: another one has them, or it is done. */
      take: (
        id: string,
        deed: BoundsDeed,
        now: number,
        until: number,
      ) => Promise<boolean>;
      deeds: Record<BoundsDeed, (override: BoundsOverride) => Promise<unknown>>;
      /** Milliseconds since 1970. */
      now: () => number;
      logger: LoggerService;
    },
  ) {}

  /** Does what is due, and sets the timer to what is due next. Safe to run at any time. */
  async look(): Promise<void> {
    const standing = await this.parts.readStanding();
    const moments = standing.flatMap(one => nextDeed(one)?.at ?? []);
    const next = Math.min(...moments.filter(at => at > this.parts.now()));
    if (Number.isFinite(next)) this.setTimer(next);
    for (const override of standing) {
      const due = nextDeed(override);
      if (due && this.isDue(due.at, override)) {
        await this.doOnce(due.deed, override);
      }
    }
  }

  /** Looks again where a cluster may be back. */
  async heard({ sight }: FleetChange): Promise<void> {
    if (sight) await this.look();
  }

  /** Stops watching. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** A cluster that is known not to answer is not asked; its turn comes when it is back. */
  private isDue(at: number, { cluster }: BoundsOverride): boolean {
    const { now, sightOf } = this.parts;
    return at <= now() && sightOf(cluster)?.state === 'live';
  }

  private async doOnce(deed: BoundsDeed, override: BoundsOverride) {
    const { take, deeds, now, logger } = this.parts;
    const { id, name, cluster, attempts } = override;
    const takenFor = Math.min(TAKEN_MS * 2 ** attempts, LONGEST_TAKEN_MS);
    try {
      if (await take(id, deed, now(), now() + takenFor)) {
        await deeds[deed](override);
      }
    } catch (error) {
      logger.warn(
        `It did not work yet to ${deed} the bounds of ${name} in ${cluster}: ${error}`,
      );
    }
  }

  private setTimer(at: number) {
    if (this.stopped) return;
    clearTimeout(this.timer);
    // Timers can ring up to a millisecond early.
    const delay = Math.min(at - this.parts.now() + 1, LONGEST_MS);
    this.timer = setTimeout(() => void this.ring(), delay);
    this.timer.unref();
  }

  private async ring() {
    await this.look().catch(error =>
      this.parts.logger.warn(`Bounds cannot be watched right now: ${error}`),
    );
  }
}
