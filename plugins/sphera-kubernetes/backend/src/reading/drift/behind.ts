import { groupedBy } from '@sphera/plugin-operations-node';
import { compareVersions } from '../compareVersions';
import { revisionVersion } from '../revisions';
import {
  agreements,
  environmentOf,
  environmentTitle,
  whoHasWhat,
} from './groups';
import type { DriftContext, Running, UndatedDrift } from './Running';

/** Environments that run an older version than an earlier one has run for some time. */
export function behindDrift(
  running: readonly Running[],
  context: DriftContext,
): UndatedDrift[] {
  const firstSeen = firstSeenOf(running);
  // Namespaces may well be called otherwise in another environment.
  return groupedBy(running, ({ answer }) => answer.name).flatMap(same =>
    context.fleet.environments.flatMap(({ name }, index) => {
      const before = context.fleet.environments
        .slice(0, index)
        .map(environment => environment.name);
      const earlier = same.filter(({ answer }) =>
        before.includes(answer.environment),
      );
      const here = same.filter(({ answer }) => answer.environment === name);
      return lagging(here, earlier, firstSeen, context);
    }),
  );
}

type FirstSeen = (version: string) => number | undefined;

function lagging(
  here: readonly Running[],
  earlier: readonly Running[],
  firstSeen: FirstSeen,
  { fleet, rules, now }: DriftContext,
): UndatedDrift[] {
  const isOlder = (a: Running, b: Running) =>
    compareVersions(a.answer.version, b.answer.version, firstSeen) < 0;
  const proven = earlier.filter(
    one => hasProvedItself(one) && since(one) + rules.behindAfter <= now,
  );
  const newest = proven.reduce<Running | undefined>(
    (best, one) => (!best || isOlder(best, one) ? one : best),
    undefined,
  );
  if (!newest) return [];
  const late = here.filter(one => isOlder(one, newest));
  if (late.length === 0) return [];
  const clusters = late.map(({ answer }) => ({
    cluster: answer.cluster,
    value: answer.version,
  }));
  const { version, deployedAt } = newest.answer;
  const sentence = `${environmentTitle(fleet, late[0])} still runs ${whoHasWhat(
    agreements(clusters),
  )}; ${environmentTitle(
    fleet,
    newest,
  )} has run ${version} since ${deployedAt!.slice(0, 10)}`;
  return [
    {
      ...environmentOf(late[0]),
      kind: 'behind',
      sentence,
      clusters: [
        ...clusters,
        { cluster: newest.answer.cluster, value: version },
      ],
      since: deployedAt,
    },
  ];
}

/** A version that does not run well yet is nothing to follow. */
function hasProvedItself({ answer }: Running): boolean {
  return (
    answer.deployedAt !== undefined &&
    answer.rollout.state === 'done' &&
    answer.health !== 'down'
  );
}

function since({ answer }: Running): number {
  return Date.parse(answer.deployedAt!);
}

/** Looked up only where versions do not tell by themselves. */
function firstSeenOf(running: readonly Running[]): FirstSeen {
  const seen = new Map<string, number>();
  return version => {
    if (seen.size === 0) {
      for (const { deployment, revisions } of running) {
        for (const revision of revisions) {
          const other = revisionVersion(deployment, revision);
          const known = seen.get(other) ?? Infinity;
          seen.set(other, Math.min(known, revision.createdAt));
        }
      }
    }
    return seen.get(version);
  };
}
