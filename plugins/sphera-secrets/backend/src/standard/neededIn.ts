import type { Fleet } from '@sphera/plugin-fleet-common';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { Place } from '@sphera/plugin-secrets-common';

/** In the entry of a service: the only regions it runs in, separated by commas. */
export const REGIONS_ANNOTATION = 'sphera.io/regions';

/** Whether a service needs its secrets in a place. */
export type IsNeeded = (
  service: Pick<ServiceEntry, 'annotations'>,
  place: Place,
) => boolean;

/**
 * Secrets are needed where the service can run: in regions that its entry names, where the environment has a cluster.
 * Of an entry that names none, and of an environment without clusters, all count.
 */
export function neededIn({
  regions,
  clusters,
}: Pick<Fleet, 'regions' | 'clusters'>): IsNeeded {
  const known = new Set(regions.map(({ name }) => name));
  const regionsOf = new Map<string, Set<string>>();
  for (const { environment, region } of clusters) {
    const found = regionsOf.get(environment) ?? new Set();
    regionsOf.set(environment, found.add(region));
  }
  return ({ annotations }, { environment, region }) => {
    const named = namedIn(annotations[REGIONS_ANNOTATION], known);
    return (
      (named.length === 0 || named.includes(region)) &&
      (regionsOf.get(environment)?.has(region) ?? true)
    );
  };
}

/** Without those that the fleet does not have: a slip of the pen must not make secrets needless. */
function namedIn(written: unknown, known: ReadonlySet<string>): string[] {
  if (typeof written !== 'string') return [];
  return written
    .split(',')
    .map(name => name.trim())
    .filter(name => known.has(name));
}
