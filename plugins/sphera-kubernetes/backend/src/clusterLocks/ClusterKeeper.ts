import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ClusterClient } from '../adapters/ClusterClient';
import type { Clock } from '@sphera/plugin-operations-node';
import { bringUpToDate, ConfigMapPlace, Outcome } from './bringUpToDate';

/** Longest between two looks, for what nobody told of. */
const RESYNC_MS = 15_000;
const FIRST_RETRY_MS = 1_000;
// Timers can ring up to a millisecond early.
const LATE_MS = 2;

/** Keeps the ConfigMap of one cluster current, whatever happens to the others. */
export class ClusterKeeper {
  private looking = false;
  private again = false;
  private failures = 0;
  private said?: string;
  private stopped = false;
  private cancel = () => {};

  constructor(
    private readonly parts: {
      cluster: string;
      client: Pick<ClusterClient, 'readConfigMap' | 'writeConfigMap'>;
      configMap: ConfigMapPlace;
      /** What the ConfigMap should hold now. */
      wanted: () => Promise<Record<string, string>>;
      /** When that changes with nobody telling: milliseconds since 1970. */
      nextTurn: () => number;
      clock: Clock;
      logger: LoggerService;
    },
  ) {}

  /** Looks now, or once more after the look under way. */
  look(): void {
    if (this.stopped) return;
    this.again = true;
    if (!this.looking) void this.lookWhileAsked();
  }

  /** Stops; the look under way is the last. What the cluster has, holds on. */
  stop(): void {
    this.stopped = true;
    this.cancel();
  }

  private async lookWhileAsked() {
    this.looking = true;
    this.cancel();
    while (this.again && !this.stopped) {
      this.again = false;
      await this.lookOnce();
    }
    this.looking = false;
    if (this.stopped) return;
    this.cancel = this.parts.clock.after(this.pause(), () => this.look());
  }

  private async lookOnce() {
    const { client, configMap, wanted } = this.parts;
    try {
      this.sayOutcome(await bringUpToDate(client, configMap, wanted));
      this.failures = 0;
    } catch (error) {
      this.failures++;
      this.sayFailure(error);
    }
  }

  /** Until the next look. */
  private pause(): number {
    const { clock, nextTurn } = this.parts;
    if (this.failures > 0) {
      const longest = FIRST_RETRY_MS * 2 ** (this.failures - 1);
      return Math.min(longest, RESYNC_MS) * (0.5 + clock.random() / 2);
    }
    const turn = nextTurn() - clock.now();
    return turn > 0 ? Math.min(turn + LATE_MS, RESYNC_MS) : RESYNC_MS;
  }

  private sayOutcome(outcome: Outcome) {
    const { cluster, configMap } = this.parts;
    const { namespace, name } = configMap;
    this.sayOnce(
      'info',
      outcome === 'not-installed'
        ? `Cluster ${cluster} has no ConfigMap ${namespace}/${name}, so locks do not hold inside it: see docs/cluster-locks.md to have it refuse what is locked`
        : `Cluster ${cluster} refuses what is locked`,
    );
  }

  private sayFailure(error: unknown) {
    const why = error instanceof Error ? error.message : String(error);
    this.sayOnce(
      'warn',
      `Cluster ${this.parts.cluster} is not told what is locked, and keeps to what it knows: ${why}`,
    );
  }

  /** The same thing again is no news. */
  private sayOnce(level: 'info' | 'warn', sentence: string) {
    if (this.said === sentence) return;
    this.said = sentence;
    this.parts.logger[level](sentence);
  }
}
