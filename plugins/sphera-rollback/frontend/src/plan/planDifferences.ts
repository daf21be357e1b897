import type { Plan } from '@sphera/plugin-rollback-common';

/**
 * What is another one in a newer plan of the same rollback, in sentences without full
 * stops; empty where it is the same plan.
 */
export function planDifferences(seen: Plan, now: Plan): string[] {
  if (seen.id === now.id) return [];
  const found = [
    ...versions(seen, now),
    ...clusters(seen, now),
    ...locks(seen, now),
    ...added(seen.obstacles, now.obstacles),
    ...added(seen.warnings, now.warnings),
    ...(seen.image !== 'missing' && now.image === 'missing'
      ? [`The image of ${now.version} is missing now`]
      : []),
  ];
  return found.length > 0
    ? found
    : ['The files in the repository have changed'];
}

function versions(seen: Plan, now: Plan): string[] {
  return now.files.flatMap(file => {
    const before = seen.files.find(
      ({ repository, path }) =>
        repository === file.repository && path === file.path,
    );
    if (!before) return [`${file.path} changes, too`];
    return before.from === file.from
      ? []
      : [`${file.path} says ${file.from} now, no longer ${before.from}`];
  });
}

function clusters(seen: Plan, now: Plan): string[] {
  return now.clusters.flatMap(({ cluster, version = 'nothing' }) => {
    const before = seen.clusters.find(one => one.cluster === cluster);
    if (!before) return [`${cluster} follows, too`];
    const { version: earlier = 'nothing' } = before;
    return earlier === version
      ? []
      : [`${cluster} runs ${version} now, no longer ${earlier}`];
  });
}

function locks(seen: Plan, now: Plan): string[] {
  const has = (plan: Plan, id: string) => plan.locks.some(one => one.id === id);
  return [
    ...now.locks
      .filter(({ id }) => !has(seen, id))
      .map(({ reason }) => `A lock has come into the way: ${reason}`),
    ...seen.locks
      .filter(({ id }) => !has(now, id))
      .map(({ reason }) => `A lock is out of the way: ${reason}`),
  ];
}

function added(seen: readonly string[], now: readonly string[]): string[] {
  return now.filter(sentence => !seen.includes(sentence));
}
