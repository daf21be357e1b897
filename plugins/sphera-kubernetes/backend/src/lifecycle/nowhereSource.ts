import type { Fleet } from '@sphera/plugin-fleet-common';
import {
  type FactSource,
  type Seen,
  type SeenFact,
  tabLink,
} from '@sphera/plugin-lifecycle-node';
import { counted, listed } from '@sphera/plugin-operations-node';
import { clustersInSight, whyNotSeen } from './clustersInSight';
import type { Running } from './RunningServices';
import { DEPLOYMENTS, LOOK_EVERY_MS, type SourceParts } from './SourceParts';

const ID = 'runs-nowhere';

/** Whether nothing of a service is left in any cluster. */
export function nowhereSource(
  parts: SourceParts & { fleet: Pick<Fleet, 'clusters'> },
): FactSource {
  const clusters = parts.fleet.clusters.map(({ name }) => name);

  return {
    id: 'kubernetes',
    title: 'All clusters',
    facts: [{ id: ID, title: 'Runs nowhere' }],
    lookEvery: LOOK_EVERY_MS,
    async look(services, signal) {
      const failed = await whyUnknown(signal);
      const found = await parts.running.of(services, signal);
      return new Map(
        services.map((service): [string, Seen] => {
          const running = found.get(service.ref) ?? [];
          // What runs in a cluster that is seen is enough to know.
          if (failed !== undefined && running.length === 0) {
            return [service.ref, { failed }];
          }
          const link = tabLink(service, DEPLOYMENTS);
          const facts = { [ID]: { ...nowhere(running), link } };
          return [service.ref, { facts }];
        }),
      );
    },
    onChange: parts.onChange('kubernetes'),
  };

  function nowhere(running: readonly Running[]): SeenFact {
    if (running.length === 0) {
      const all = counted(clusters.length, 'cluster');
      return { holds: true, sentence: `In none of ${all}` };
    }
    const there = [...new Set(running.map(({ cluster }) => cluster))];
    return { holds: false, sentence: `Still there in ${listed(there)}` };
  }

  async function whyUnknown(signal: AbortSignal) {
    if (clusters.length === 0) {
      return 'The portal has no connection to any cluster';
    }
    return whyNotSeen(await clustersInSight(clusters, { ...parts, signal }));
  }
}
