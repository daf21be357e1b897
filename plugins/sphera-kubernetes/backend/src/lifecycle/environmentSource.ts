import type { Environment, Fleet } from '@sphera/plugin-fleet-common';
import {
  type FactSource,
  type Seen,
  tabLink,
} from '@sphera/plugin-lifecycle-node';
import { clustersInSight, whyNotSeen } from './clustersInSight';
import { environmentFacts } from './environmentFacts';
import { expectedIn } from './expectedIn';
import { DEPLOYMENTS, LOOK_EVERY_MS, type SourceParts } from './SourceParts';

/** What is so of services in one environment. It is a source of its own, so that clusters of another one that do not answer leave it alone. */
export function environmentSource(
  { name, title }: Environment,
  parts: SourceParts & { fleet: Fleet },
): FactSource {
  const { fleet, running } = parts;
  const id = `kubernetes-${name}`;
  const clusters = fleet.clusters
    .filter(({ environment }) => environment === name)
    .map(({ name: cluster }) => cluster);

  return {
    id,
    title: `Clusters of ${title}`,
    facts: [
      { id: `deployed-in:${name}`, title: `Deployed in ${title}` },
      { id: `healthy-in:${name}`, title: `Healthy in ${title}` },
      { id: `autoscaler-in:${name}`, title: `Autoscaler in ${title}` },
      {
        id: `disruption-budget-in:${name}`,
        title: `Disruption budget in ${title}`,
      },
    ],
    lookEvery: LOOK_EVERY_MS,
    async look(services, signal) {
      const failed = await whyUnknown(signal);
      if (failed !== undefined) {
        return new Map(services.map(({ ref }) => [ref, { failed }]));
      }
      const found = await running.of(services, signal);
      return new Map(
        services.map((service): [string, Seen] => {
          const all = found.get(service.ref) ?? [];
          const facts = environmentFacts({
            title,
            running: all.filter(({ cluster }) => clusters.includes(cluster)),
            expected: expectedIn(name, all, fleet),
          });
          const link = tabLink(service, DEPLOYMENTS);
          return [
            service.ref,
            {
              facts: {
                [`deployed-in:${name}`]: { ...facts.deployed, link },
                [`healthy-in:${name}`]: { ...facts.healthy, link },
                [`autoscaler-in:${name}`]: { ...facts.autoscaler, link },
                [`disruption-budget-in:${name}`]: {
                  ...facts.disruptionBudget,
                  link,
                },
              },
            },
          ];
        }),
      );
    },
    onChange: parts.onChange(id, name),
  };

  async function whyUnknown(signal: AbortSignal) {
    if (clusters.length === 0) {
      return `The portal has no connection to any cluster of ${title}`;
    }
    return whyNotSeen(await clustersInSight(clusters, { ...parts, signal }));
  }
}
