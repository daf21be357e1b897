import type { Drift, Place } from '@sphera/plugin-kubernetes-common';
import type { FleetMemory } from '../fleet/FleetMemory';
import type { UndatedDrift } from './drift/Running';
import { freshnessOf } from './place';

type Freshness = Pick<Place, 'observedAt' | 'stale'>;

/** Says of answers how fresh they are, as of the moment when it was made. */
export class Dates {
  private readonly freshness: ReadonlyMap<string, Freshness>;

  constructor(memory: Pick<FleetMemory, 'clusters'>) {
    this.freshness = new Map(
      memory.clusters().map(sight => [sight.cluster.name, freshnessOf(sight)]),
    );
  }

  /** An answer about one cluster. */
  date<T extends { cluster: string }>(answer: T): T & Freshness {
    return { ...answer, ...this.freshness.get(answer.cluster)! };
  }

  /** Drift: as old as the cluster that was heard from the longest ago. */
  dateDrift(drift: UndatedDrift): Drift {
    const moments = drift.clusters.flatMap(
      ({ cluster }) => this.freshness.get(cluster)?.observedAt ?? [],
    );
    return { ...drift, observedAt: moments.sort()[0] };
  }
}
