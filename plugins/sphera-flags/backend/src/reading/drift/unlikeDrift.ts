import { type Fleet, titleOf } from '@sphera/plugin-fleet-common';
import { listed } from '@sphera/plugin-operations-node';
import type { KeptFlag } from '../../storage/Kept';
import type { SeenCluster, Seeing } from '../cells/Seeing';
import { toCell } from '../cells/toCell';
import { valueOf } from '../cells/values';
import type { FlagSight } from '../memory/FlagSight';
import type { FoundDrift } from './FoundDrift';

const MOST_NAMED = 3;

/**
 * Environments whose clusters want different things of a flag, unless a roll-out is on its way through them. A cluster
 * that was never to have the flag does not count.
 */
export function unlikeDrift(
  sight: FlagSight,
  seeing: Seeing,
  fleet: Pick<Fleet, 'environments'>,
): FoundDrift[] {
  const { kept, cells } = sight;
  if (!kept || !isToBeAlike(kept)) return [];
  const wishes = wishesIn(sight, seeing);
  return [...wishes]
    .filter(([, here]) => here.size > 1)
    .map(([environment, here]) => ({
      what: 'unlike',
      drift: () => ({
        flag: sight.flag,
        service: kept.service,
        kind: 'unlike',
        environment,
        sentence: `Clusters of ${titleOf(
          fleet.environments,
          environment,
        )} are to have different things: ${wordsOf(sight, [...here.values()])}`,
        cells: [...here.values()]
          .flat()
          .sort((one, other) => one.place - other.place)
          .map(one => toCell(cells[one.place], one, seeing)),
      }),
    }));
}

/** Whether {@link unlikeDrift} has anything to tell of a flag; without the words, since the hub asks it of every flag. */
export function isUnlike({ kept, cells }: FlagSight, seeing: Seeing): boolean {
  if (!kept || !isToBeAlike(kept)) return false;
  const first = new Map<string, string>();
  return seeing.clusters.some(({ place, environment }) => {
    const fingerprint = cells[place]?.wanted?.fingerprint;
    if (!fingerprint) return false;
    const other = first.get(environment);
    if (other === undefined) first.set(environment, fingerprint);
    return other !== undefined && other !== fingerprint;
  });
}

function isToBeAlike({ rollout, retiredAt }: KeptFlag): boolean {
  return !rollout && retiredAt === undefined;
}

/** By environment and by what is wanted: the clusters. */
function wishesIn({ cells }: FlagSight, { clusters }: Seeing) {
  const wishes = new Map<string, Map<string, SeenCluster[]>>();
  for (const cluster of clusters) {
    const fingerprint = cells[cluster.place]?.wanted?.fingerprint;
    if (!fingerprint) continue;
    let here = wishes.get(cluster.environment);
    if (!here) wishes.set(cluster.environment, (here = new Map()));
    const alike = here.get(fingerprint);
    if (alike) alike.push(cluster);
    else here.set(fingerprint, [cluster]);
  }
  return wishes;
}

/** `on in eu and us, 25 % on in asia`. */
function wordsOf({ cells }: FlagSight, groups: SeenCluster[][]): string {
  return groups
    .map(group => {
      const { definition } = cells[group[0].place]!.wanted!;
      const names = group.map(({ name }) => name);
      const where =
        names.length > MOST_NAMED ? `${names.length} clusters` : listed(names);
      return `${valueOf(definition!).text} in ${where}`;
    })
    .join(', ');
}
