import { listed } from '@sphera/plugin-operations-node';
import {
  agreements,
  containerOf,
  environmentOf,
  environmentTitle,
  peers,
  sharedContainers,
} from './groups';
import type { DriftContext, Running, UndatedDrift } from './Running';

const NAMED = 5;
const ABSENT = 'not set';

/** Environment variables that differ between clusters of one environment; never what they are. */
export function variablesDrift(
  running: readonly Running[],
  { fleet, rules }: DriftContext,
): UndatedDrift[] {
  return peers(running).flatMap((group): UndatedDrift[] => {
    const differences = differencesOf(group, rules.ignoresVariable);
    if (differences.length === 0) return [];
    const more = differences.length - NAMED;
    const sentences = [
      ...differences.slice(0, NAMED).map(({ sentence }) => sentence),
      ...(more > 0 ? [`${more} more`] : []),
    ];
    return [
      {
        ...environmentOf(group[0]),
        kind: 'variables',
        sentence: `In ${environmentTitle(fleet, group[0])}, ${sentences.join(
          '; ',
        )}`,
        clusters: group.map(({ answer: { cluster } }) => ({
          cluster,
          value: differences
            .slice(0, NAMED)
            .map(({ name, inCluster }) => `${name}: ${inCluster.get(cluster)}`)
            .join('; '),
        })),
      },
    ];
  });
}

interface Difference {
  name: string;
  sentence: string;
  /** What each cluster has, in words. */
  inCluster: ReadonlyMap<string, string>;
}

function differencesOf(
  group: readonly Running[],
  ignores: (name: string) => boolean,
): Difference[] {
  return sharedContainers(group).flatMap(container => {
    const sets = group.map(one => ({
      cluster: one.answer.cluster,
      variables: containerOf(one, container)!.variables,
    }));
    // Containers that are the same share one record, so most comparisons end here.
    if (sets.every(({ variables }) => variables === sets[0].variables)) {
      return [];
    }
    const names = new Set(
      sets.flatMap(({ variables }) => Object.keys(variables)),
    );
    return [...names]
      .filter(name => !ignores(name))
      .sort()
      .flatMap(name => {
        const found = agreements(
          sets.map(({ cluster, variables }) => ({
            cluster,
            value: variables[name] ?? ABSENT,
          })),
        );
        return found.length < 2 ? [] : [inWords(name, container, found)];
      });
  });
}

function inWords(
  name: string,
  container: string,
  found: ReturnType<typeof agreements>,
): Difference {
  const [usual, ...others] = found;
  const inCluster = new Map<string, string>();
  for (const { value, clusters } of found) {
    const set = value === usual.value ? 'set' : 'set to something else';
    const words = value === ABSENT ? ABSENT : set;
    for (const cluster of clusters) inCluster.set(cluster, words);
  }
  const parts = others.map(
    ({ clusters }) => `${inCluster.get(clusters[0])} in ${listed(clusters)}`,
  );
  const sentence = `${name} of ${container} is ${inCluster.get(
    usual.clusters[0],
  )} in ${listed(usual.clusters)}, but ${parts.join(', ')}`;
  return { name, sentence, inCluster };
}
