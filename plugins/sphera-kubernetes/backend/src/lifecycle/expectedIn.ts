import type { Fleet } from '@sphera/plugin-fleet-common';
import type { Running } from './RunningServices';

/**
 * Clusters of an environment in which a service is expected, since it runs in their region in an environment
 * before it: `production-us` of one that runs in `staging-us`.
 */
export function expectedIn(
  environment: string,
  running: readonly Running[],
  { environments, clusters }: Fleet,
): string[] {
  const names = environments.map(({ name }) => name);
  const before = names.slice(0, names.indexOf(environment));
  const runs = new Set(running.map(({ cluster }) => cluster));
  const regions = new Set(
    clusters
      .filter(one => before.includes(one.environment) && runs.has(one.name))
      .map(({ region }) => region),
  );
  return clusters
    .filter(one => one.environment === environment && regions.has(one.region))
    .map(({ name }) => name);
}
