import {
  isSamePlace,
  type Place,
  type SecretCell,
  type SecretRow,
} from '@sphera/plugin-secrets-common';
import { isThere } from '../parts/stateWords';

/** The places where AWS has a secret and it is not being deleted. */
export function livingCells({ cells }: SecretRow): SecretCell[] {
  return cells.filter(
    ({ state }) => isThere(state) && state !== 'pending-deletion',
  );
}

/** The places where a secret is being deleted and can be restored. */
export function deletedCells({ cells }: SecretRow): SecretCell[] {
  return cells.filter(({ state }) => state === 'pending-deletion');
}

/** The cells of some places, in the order of the cells. */
export function cellsIn(cells: SecretCell[], places: Place[]): SecretCell[] {
  return cells.filter(cell => places.some(place => isSamePlace(place, cell)));
}
