import type { Fleet } from '@sphera/plugin-fleet-common';
import type { Target } from '@sphera/plugin-operations-common';
import {
  atMostEvery,
  type Clock,
  type OperationsService,
} from '@sphera/plugin-operations-node';
import type { FleetMemory } from './fleet/FleetMemory';

const EVERY_MS = 500;
const LOAD_EVERY_MS = 10_000;
const ONE_BY_ONE = 20;

/**
 * Tells the pages that are open on this replica of what changed in clusters: at once after a
 * quiet time, else each half second; where only load was measured, each ten seconds. What concerns
 * many services is told as one change of everything.
 */
export function tellPages(parts: {
  memory: FleetMemory;
  fleet: Pick<Fleet, 'clusters'>;
  operations: Pick<OperationsService, 'announceHere'>;
  clock: Clock;
}): void {
  const { memory, fleet, clock } = parts;
  // Clusters tell one after the other in the same moment: those belong together.
  const changes = lane(EVERY_MS);
  const measured = lane(LOAD_EVERY_MS);

  memory.onChange(({ cluster, services, loads, sight }) => {
    const place = fleet.clusters.find(({ name }) => name === cluster);
    const target = {
      environment: place?.environment,
      region: place?.region,
      cluster,
    };
    for (const service of services) {
      changes(`${cluster} ${service}`, { service, ...target });
    }
    for (const service of loads) {
      measured(`${cluster} ${service}`, { service, ...target });
    }
    if (sight) changes(cluster, target);
  });

  function lane(milliseconds: number) {
    const waiting = new Map<string, Target>();
    const tellSoon = atMostEvery(milliseconds, () => tell(waiting), clock);
    return (key: string, target: Target) => {
      waiting.set(key, target);
      tellSoon();
    };
  }

  function tell(waiting: Map<string, Target>) {
    const targets = waiting.size > ONE_BY_ONE ? [{}] : [...waiting.values()];
    waiting.clear();
    for (const target of targets) parts.operations.announceHere(target);
  }
}
