import type { Fleet } from '@sphera/plugin-fleet-common';
import type { FlagsSettings } from './FlagsSettings';
import type { WrittenSettings } from './settingsSchema';

/** The ring that takes the clusters which no other one took. */
export const REST = 'rest';

type Ring = FlagsSettings['rings'][number];
type WrittenRing = NonNullable<WrittenSettings['rings']>[number];

/**
 * Rings as they are written, each with its clusters. One that names an environment or a region takes what no ring took
 * by name, and no earlier one by place. May come out with empty rings, which settings must not have.
 */
export function writtenRings(
  rings: readonly WrittenRing[],
  clusters: Fleet['clusters'],
): Ring[] {
  const taken = new Set(rings.flatMap(ring => ring.clusters ?? []));
  return rings.map(({ name, environment, region, ...ring }) => {
    if (ring.clusters) return { name, clusters: ring.clusters };
    const found = clusters
      .filter(one => !environment || one.environment === environment)
      .filter(one => !region || one.region === region)
      .map(one => one.name)
      .filter(one => !taken.has(one));
    for (const one of found) taken.add(one);
    return { name, clusters: found };
  });
}

/** Rings in which every cluster is once: as written, with what is left in a last one; else one for each environment. */
export function ringsOf(
  written: readonly WrittenRing[] | undefined,
  fleet: Pick<Fleet, 'environments'>,
  clusters: Fleet['clusters'],
): Ring[] {
  const byEnvironment = fleet.environments.map(({ name }) => ({
    name,
    environment: name,
  }));
  const rings = writtenRings(written ?? byEnvironment, clusters);
  const taken = new Set(rings.flatMap(ring => ring.clusters));
  const rest = clusters.map(({ name }) => name).filter(one => !taken.has(one));
  return [...rings, { name: REST, clusters: rest }].filter(
    ring => ring.clusters.length > 0,
  );
}
