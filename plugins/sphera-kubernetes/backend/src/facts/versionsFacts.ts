import type { Fleet } from '@sphera/plugin-fleet-common';
import {
  HEALTH_STATES,
  ServiceDeployments,
  VersionsFacts,
} from '@sphera/plugin-kubernetes-common';

// From well to worst, with what is switched off aside.
const WORST = ['down', 'degraded', 'healthy', 'off'] satisfies Array<
  (typeof HEALTH_STATES)[number]
>;

/** What runs of a service in each environment, in the order of the fleet. */
export function versionsFacts(
  { deployments }: Pick<ServiceDeployments, 'deployments'>,
  fleet: Pick<Fleet, 'environments' | 'clusters'>,
): VersionsFacts {
  return fleet.environments.flatMap(({ name: environment }) => {
    const clusters = fleet.clusters
      .filter(cluster => cluster.environment === environment)
      .map(({ name }) => name);
    const here = deployments.filter(({ cluster }) =>
      clusters.includes(cluster),
    );
    if (here.length === 0) return [];
    const versions = [...new Set(here.map(({ version }) => version))];
    const health = WORST.find(state => here.some(one => one.health === state))!;
    const stuck = here.some(({ rollout }) => rollout.state === 'stuck');
    return [{ environment, versions, health, ...(stuck && { stuck }) }];
  });
}
