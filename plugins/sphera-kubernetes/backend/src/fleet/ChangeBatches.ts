import type { Clock } from '@sphera/plugin-operations-node';
import type { FleetChange } from './FleetMemory';

/** Soon enough for an open page, rare enough for a rollout of everything. */
const BATCH_MS = 250;

type Listener = (change: FleetChange) => void;

/** Gathers what changed and tells it at most every quarter second, one change per cluster. */
export class ChangeBatches {
  private readonly listeners = new Set<Listener>();
  private waiting = new Map<
    string,
    { services: Set<string>; loads: Set<string>; sight: boolean }
  >();

  private readonly revisions = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    /** Told of listeners that throw; the others hear the change all the same. */
    private readonly failed: (error: unknown) => void,
  ) {}

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  services(cluster: string, services: Iterable<string | undefined>): void {
    for (const service of services) {
      if (service === undefined) continue;
      this.revisions.set(service, this.revisionOf(service) + 1);
      this.of(cluster).services.add(service);
    }
  }

  loads(cluster: string, services: Iterable<string | undefined>): void {
    for (const service of services) {
      if (service !== undefined) this.of(cluster).loads.add(service);
    }
  }

  sight(cluster: string): void {
    this.of(cluster).sight = true;
  }

  /** How often a service changed, whether told or not. */
  revisionOf(service: string): number {
    return this.revisions.get(service) ?? 0;
  }

  private of(cluster: string) {
    if (this.waiting.size === 0) this.clock.after(BATCH_MS, () => this.tell());
    const known = this.waiting.get(cluster);
    if (known) return known;
    const change = {
      services: new Set<string>(),
      loads: new Set<string>(),
      sight: false,
    };
    this.waiting.set(cluster, change);
    return change;
  }

  private tell() {
    const changes = this.waiting;
    this.waiting = new Map();
    for (const [cluster, change] of changes) {
      for (const listener of this.listeners) {
        try {
          listener({ cluster, ...change });
        } catch (error) {
          this.failed(error);
        }
      }
    }
  }
}
