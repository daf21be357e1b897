import {
  type Cell,
  type FlagDefinition,
  summaryOf,
} from '@sphera/plugin-flags-common';
import { NOT_THERE, type Value } from '../../parts/FlagValue';
import { isSameDefinition } from './isSameDefinition';

/** Clusters that have the same now, and what becomes of them. */
export interface Compared {
  clusters: string[];
  before: Value;
  /** null: it is not there. */
  definitionBefore: FlagDefinition | null;
  after: Value;
  definitionAfter: FlagDefinition | null;
  isSame: boolean;
}

/** What becomes of each cluster, those that change in the same way together; those that stay as they are last. */
export function compare(
  clusters: readonly string[],
  cells: readonly Cell[],
  becomes: (cluster: string) => FlagDefinition | null,
): Compared[] {
  const groups: Compared[] = [];
  for (const cluster of clusters) {
    const before = wantedIn(cells, cluster);
    const after = becomes(cluster);
    const group = groups.find(
      one =>
        isSameDefinition(one.definitionBefore, before) &&
        isSameDefinition(one.definitionAfter, after),
    );
    if (group) group.clusters.push(cluster);
    else {
      groups.push({
        clusters: [cluster],
        before: valueOf(before),
        definitionBefore: before,
        after: valueOf(after),
        definitionAfter: after,
        isSame: isSameDefinition(before, after),
      });
    }
  }
  return groups.sort((a, b) => Number(a.isSame) - Number(b.isSame));
}

/** What a cluster is to have now; null: nothing. */
export function wantedIn(
  cells: readonly Cell[],
  cluster: string,
): FlagDefinition | null {
  const cell = cells.find(one => one.cluster === cluster);
  return cell?.wanted?.definition ?? null;
}

function valueOf(definition: FlagDefinition | null): Value {
  return definition ? summaryOf(definition) : NOT_THERE;
}
