import type { CellGroup, FlagRow } from '@sphera/plugin-flags-common';
import { NOT_THERE, type Value } from '../parts/FlagValue';
import {
  isNotable,
  NOTABLE_STATES,
  type NotableState,
} from '../parts/stateWords';

/** How a flag stands in each cluster. */
export type RowCells = ReadonlyMap<string, CellGroup>;

/** Finds the clusters of a row once, for all of its columns. */
export function cellsOfRow(row: Pick<FlagRow, 'groups'>): RowCells {
  return new Map(
    row.groups.flatMap(group =>
      group.clusters.map(cluster => [cluster, group] as const),
    ),
  );
}

/** What several clusters of a row come to. */
export interface CellSum {
  /** What is wanted, the most frequent first. */
  values: Array<{ value: Value; count: number }>;
  /** What is not as it should be, the most urgent first. */
  states: Array<{ state: NotableState; count: number }>;
}

/** Adds up how a flag stands in some clusters; those in which it was never wanted count as `not there`. */
export function sumOf(cells: RowCells, clusters: readonly string[]): CellSum {
  const values = new Map<string, { value: Value; count: number }>();
  const states = new Map<NotableState, number>();
  for (const cluster of clusters) {
    const group = cells.get(cluster);
    const value = wantedOf(group);
    const counted = values.get(value.text) ?? { value, count: 0 };
    counted.count += 1;
    values.set(value.text, counted);
    const { state } = group ?? {};
    if (state && isNotable(state)) {
      states.set(state, (states.get(state) ?? 0) + 1);
    }
  }
  return {
    values: [...values.values()].sort((a, b) => b.count - a.count),
    states: NOTABLE_STATES.flatMap(state => {
      const count = states.get(state);
      return count ? [{ state, count }] : [];
    }),
  };
}

/** What is wanted in a cluster; what it has where nothing is. */
export function wantedOf(group: CellGroup | undefined): Value {
  return group?.wanted ?? group?.reported ?? NOT_THERE;
}

/** What a cluster has, where that is something else than is wanted. */
export function differingOf(group: CellGroup): Value | undefined {
  const { state, wanted, reported } = group;
  if (!isNotable(state) || !wanted || !reported) return undefined;
  return reported.text === wanted.text ? undefined : reported;
}
