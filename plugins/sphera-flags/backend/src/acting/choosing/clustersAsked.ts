import { FieldError } from '@sphera/plugin-operations-node';
import type { ActingParts } from '../ActingParts';

/** Which clusters somebody named; nothing: all that have the flag. */
export interface ClusterChoice {
  clusters?: string[];
  rings?: string[];
  environments?: string[];
}

type Parts = Pick<ActingParts, 'settings' | 'fleet'>;

/**
 * The clusters that are meant, in the order of the fleet: all that are named, and of rings and environments those that
 * have the flag.
 * @throws FieldError where one is not there, or none is left
 */
export function clustersAsked(
  parts: Parts,
  { clusters, rings, environments }: ClusterChoice,
  having: ReadonlySet<string>,
): string[] {
  const { settings } = parts;
  if (!clusters && !rings && !environments) {
    return settings.clusters.filter(name => having.has(name));
  }
  checkClusters(settings, clusters);
  const named = new Set(clusters);
  const wide = [
    ...ofRings(settings, rings),
    ...ofEnvironments(parts, environments),
  ];
  for (const name of wide) if (having.has(name)) named.add(name);
  if (named.size === 0) {
    const field = rings ? 'rings' : 'environments';
    throw new FieldError(field, 'must have a cluster that has the flag');
  }
  return settings.clusters.filter(name => named.has(name));
}

/** @throws FieldError naming the first that flags are not sent to */
export function checkClusters(
  { clusters: known }: Pick<ActingParts['settings'], 'clusters'>,
  clusters: readonly string[] = [],
  field = 'clusters',
): void {
  const sentTo = new Set(known);
  for (const name of clusters) {
    if (!sentTo.has(name)) {
      throw new FieldError(
        field,
        `must be clusters that flags are sent to: ${name} is none of ${shortList(
          known,
        )}`,
      );
    }
  }
}

function ofRings(
  { rings: known }: ActingParts['settings'],
  rings: readonly string[] = [],
): string[] {
  return rings.flatMap(ring => {
    const found = known.find(({ name }) => name === ring);
    if (found) return found.clusters;
    const names = known.map(({ name }) => name);
    throw new FieldError(
      'rings',
      `must be rings of the configuration: ${ring} is none of ${shortList(
        names,
      )}`,
    );
  });
}

function ofEnvironments(
  { fleet }: Parts,
  environments: readonly string[] = [],
): string[] {
  const known = fleet.environments.map(({ name }) => name);
  for (const name of environments) {
    if (!known.includes(name)) {
      throw new FieldError(
        'environments',
        `must be environments of the fleet: ${name} is none of ${shortList(
          known,
        )}`,
      );
    }
  }
  return fleet.clusters
    .filter(({ environment }) => environments.includes(environment))
    .map(({ name }) => name);
}

function shortList(names: readonly string[]): string {
  const more = names.length > 20 ? ' …' : '';
  return names.slice(0, 20).join(', ') + more;
}
