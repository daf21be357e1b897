import type { RolloutState } from '@sphera/plugin-kubernetes-common';
import { toMoment } from '../place';
import { listed } from '@sphera/plugin-operations-node';
import {
  Agreement,
  agreements,
  ClusterValue,
  environmentOf,
  environmentTitle,
  peers,
  whoHasWhat,
} from './groups';
import type { DriftContext, Running, UndatedDrift } from './Running';

/** Clusters of one environment that run different versions. */
export function versionDrift(
  running: readonly Running[],
  { fleet }: DriftContext,
): UndatedDrift[] {
  return peers(running).flatMap((group): UndatedDrift[] => {
    const clusters: ClusterValue[] = group.map(({ answer }) => ({
      cluster: answer.cluster,
      value: answer.version,
    }));
    const versions = agreements(clusters);
    if (versions.length < 2) return [];
    return [
      {
        ...environmentOf(group[0]),
        kind: 'version',
        sentence: `${environmentTitle(fleet, group[0])} ${sentenceOf(
          group,
          versions,
        )}`,
        clusters,
        since: differentSince(group),
      },
    ];
  });
}

function sentenceOf(
  group: readonly Running[],
  versions: readonly Agreement[],
): string {
  const clustersWhere = (isSo: (state: RolloutState) => boolean) =>
    group
      .filter(({ answer }) => isSo(answer.rollout.state))
      .map(({ answer }) => answer.cluster);
  const onTheWay = clustersWhere(state => state !== 'done');
  const stuck = clustersWhere(state => state === 'stuck');
  return [
    `${onTheWay.length ? 'is between' : 'runs'} ${versions.length} versions: `,
    whoHasWhat(versions),
    stuck.length ? `; the rollout in ${listed(stuck)} does not go on` : '',
  ].join('');
}

/** The first moment at which some two of them surely ran different versions. */
function differentSince(group: readonly Running[]): string | undefined {
  const pairs = group.flatMap((one, index) =>
    group
      .slice(index + 1)
      .filter(other => other.answer.version !== one.answer.version)
      .map(other => [one.answer.deployedAt, other.answer.deployedAt]),
  );
  const moments = pairs.flatMap(([a, b]) =>
    a && b ? Math.max(Date.parse(a), Date.parse(b)) : [],
  );
  return moments.length === pairs.length
    ? toMoment(Math.min(...moments))
    : undefined;
}
