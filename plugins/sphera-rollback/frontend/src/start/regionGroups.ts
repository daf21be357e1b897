import type { Layout } from '@sphera/plugin-rollback-common';

/** Regions that one file stands for: they can only go back together. */
export type RegionGroup = string[];

type Files = Layout['environments'][number]['files'];

/** The regions of an environment as they can be chosen. */
export function regionGroups(files: Files): RegionGroup[] {
  const groups = new Map<string, RegionGroup>();
  for (const { regions } of files) groups.set(regions.join(), regions);
  return [...groups.values()].filter(({ length }) => length > 0);
}

/** Whether a choice (undefined: all) has a group in it. */
export function isChosen(
  group: RegionGroup,
  regions: readonly string[] | undefined,
): boolean {
  return !regions || group.some(region => regions.includes(region));
}

/**
 * A choice as the files allow it: who names one region of a file means all of them.
 *
 * @returns undefined: all of them
 */
export function withWholeFiles(
  groups: readonly RegionGroup[],
  regions: string[] | undefined,
): string[] | undefined {
  const chosen = groups.filter(group => isChosen(group, regions));
  if (chosen.length === groups.length) return undefined;
  return chosen.length > 0 ? chosen.flat() : regions;
}

/**
 * The choice with a group put in or taken out.
 *
 * @returns undefined: all of them
 */
export function withGroup(
  groups: readonly RegionGroup[],
  regions: readonly string[] | undefined,
  group: RegionGroup,
  isIn: boolean,
): string[] | undefined {
  const kept = groups.filter(one =>
    one === group ? isIn : isChosen(one, regions),
  );
  return kept.length === groups.length ? undefined : kept.flat();
}
