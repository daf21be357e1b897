import {
  DRIFT_KINDS,
  isSamePlace,
  Place,
  SecretCell,
  SecretRow,
} from '@sphera/plugin-secrets-common';
import { barePlace } from './barePlace';

/** Whether a secret differs there from other regions of its environment. */
export function isDrift({ state }: Pick<SecretCell, 'state'>): boolean {
  return (DRIFT_KINDS as readonly string[]).includes(state);
}

/**
 * Where the value is that a place should have: a region of the same environment
 * that holds what most regions hold. Undefined: nowhere in this environment.
 */
export function rightPlaceFor(row: SecretRow, place: Place): Place | undefined {
  const holder = row.cells.find(
    cell =>
      cell.environment === place.environment &&
      !isSamePlace(cell, place) &&
      (cell.state === 'present' || cell.state === 'not-to-standard'),
  );
  return holder && barePlace(holder);
}

/** The places of an environment that differ from its others. */
export function driftingIn(row: SecretRow, environment: string): Place[] {
  return row.cells
    .filter(cell => cell.environment === environment && isDrift(cell))
    .map(barePlace);
}
