import type { CellState } from '@sphera/plugin-flags-common';
import type { Seeing } from '../cells/Seeing';
import { stateOf } from '../cells/stateOf';
import type { FlagSight } from '../memory/FlagSight';

/** How a flag stands in the clusters that are looked at, each way once. */
export function statesIn(
  { cells }: Pick<FlagSight, 'cells'>,
  { clusters, queuedSince }: Pick<Seeing, 'clusters' | 'queuedSince'>,
): Set<CellState> {
  const states = new Set<CellState>();
  for (const { place, isSilent } of clusters) {
    states.add(stateOf(cells[place], isSilent, queuedSince));
  }
  return states;
}
