import type { CellGroup } from '@sphera/plugin-flags-common';
import type { FlagSight } from '../memory/FlagSight';
import type { Seeing } from './Seeing';
import { stateOf } from './stateOf';
import { reportedValue, wantedValue } from './values';

/** The clusters of a flag, those that stand alike together. */
export function groupsOf(
  { cells }: Pick<FlagSight, 'cells'>,
  { clusters, queuedSince }: Pick<Seeing, 'clusters' | 'queuedSince'>,
): CellGroup[] {
  const groups = new Map<string, CellGroup>();
  for (const { name, place, isSilent } of clusters) {
    const cell = cells[place];
    const state = stateOf(cell, isSilent, queuedSince);
    const wanted = cell?.wanted && wantedValue(cell.wanted);
    const reported = cell && reportedValue(cell);
    const key = [state, wanted?.text, reported?.text].join('\n');
    const group = groups.get(key);
    if (group) group.clusters.push(name);
    else groups.set(key, { state, wanted, reported, clusters: [name] });
  }
  return [...groups.values()];
}
