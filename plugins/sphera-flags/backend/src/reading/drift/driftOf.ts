import type { KeptCell } from '../../storage/Kept';
import { stateOf } from '../cells/stateOf';

/** How a cell may not be as it should be. */
export type CellDrift = 'refused' | 'changed' | 'silent';

/**
 * How a cell is not as it should be, and does not come to be by itself. That a cluster is silent is drift only where it
 * has not answered what is wanted: else it has that, as far as is known.
 */
export function driftOf(
  cell: KeptCell | undefined,
  isSilent: boolean,
): CellDrift | undefined {
  const state = stateOf(cell, isSilent);
  switch (state) {
    case 'refused':
    case 'changed':
      return state;
    case 'silent':
      return stateOf(cell, false) === 'in-step' ? undefined : state;
    default:
      return undefined;
  }
}
