import type { Quantities } from '../../fleet/records';
import { quantityOf } from '../quantity';
import {
  Agreement,
  agreements,
  containerOf,
  environmentOf,
  environmentTitle,
  peers,
  sharedContainers,
  whoHasWhat,
} from './groups';
import type { DriftContext, Running, UndatedDrift } from './Running';

const KINDS = [
  { key: 'requests', word: 'request' },
  { key: 'limits', word: 'limit' },
] as const;
const RESOURCES: Array<keyof Quantities> = ['cpu', 'memory'];

/** Requests and limits that differ between clusters of one environment. */
export function resourcesDrift(
  running: readonly Running[],
  { fleet }: DriftContext,
): UndatedDrift[] {
  return peers(running).flatMap((group): UndatedDrift[] => {
    const differences = differencesOf(group);
    if (differences.length === 0) return [];
    const sentences = differences.map(
      ({ what, found }) => `the ${what} is ${whoHasWhat(found)}`,
    );
    return [
      {
        ...environmentOf(group[0]),
        kind: 'resources',
        sentence: `In ${environmentTitle(fleet, group[0])}, ${sentences.join(
          '; ',
        )}`,
        clusters: group.map(({ answer: { cluster } }) => ({
          cluster,
          value: differences
            .map(
              ({ what, found }) =>
                `${what}: ${
                  found.find(one => one.clusters.includes(cluster))!.value
                }`,
            )
            .join('; '),
        })),
      },
    ];
  });
}

interface Difference {
  what: string;
  found: Agreement[];
}

function differencesOf(group: readonly Running[]): Difference[] {
  return sharedContainers(group).flatMap(name =>
    KINDS.flatMap(({ key, word }) =>
      RESOURCES.flatMap((resource): Difference[] => {
        const values = group.map(one => ({
          cluster: one.answer.cluster,
          value: containerOf(one, name)![key][resource],
        }));
        const amounts = new Set(values.map(({ value }) => quantityOf(value)));
        if (amounts.size < 2) return [];
        const found = agreements(
          values.map(({ cluster, value = 'not set' }) => ({ cluster, value })),
        );
        return [{ what: `${resource} ${word} of ${name}`, found }];
      }),
    ),
  );
}
