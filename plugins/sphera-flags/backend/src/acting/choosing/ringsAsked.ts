import type { InputOf } from '@sphera/plugin-operations-common';
import type { startRollout } from '@sphera/plugin-flags-common';
import { FieldError } from '@sphera/plugin-operations-node';
import type { ActingParts } from '../ActingParts';
import { checkClusters, clustersAsked } from './clustersAsked';

/** A ring with the clusters of it that have the flag. */
export interface Ring {
  name: string;
  clusters: string[];
}

/**
 * The rings of a roll-out, in order, without those that no cluster is left of.
 * @throws FieldError where a ring or a cluster is not there, does not have the flag, or is in two of them
 */
export function ringsAsked(
  parts: Pick<ActingParts, 'settings' | 'fleet'>,
  asked: InputOf<typeof startRollout>['rings'],
  having: ReadonlySet<string>,
): Ring[] {
  const { settings } = parts;
  const rings = (asked ?? settings.rings.map(({ name }) => name)).map(ring => {
    if (typeof ring !== 'string') return ownRing(settings, ring, having);
    const found = settings.rings.find(({ name }) => name === ring);
    // Says what is wrong where there is none.
    if (!found) clustersAsked(parts, { rings: [ring] }, having);
    const clusters = found!.clusters.filter(name => having.has(name));
    return { name: ring, clusters };
  });
  checkOnce(
    'ring',
    rings.map(({ name }) => name),
  );
  checkOnce(
    'cluster',
    rings.flatMap(({ clusters }) => clusters),
  );
  return rings.filter(({ clusters }) => clusters.length > 0);
}

function ownRing(
  settings: Pick<ActingParts['settings'], 'clusters'>,
  ring: Ring,
  having: ReadonlySet<string>,
): Ring {
  checkClusters(settings, ring.clusters, 'rings');
  const without = ring.clusters.find(name => !having.has(name));
  if (without !== undefined) {
    throw new FieldError(
      'rings',
      `must have clusters that have the flag: ${without} does not`,
    );
  }
  return ring;
}

function checkOnce(what: string, names: string[]): void {
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) {
    throw new FieldError('rings', `names the ${what} ${twice} more than once`);
  }
}
