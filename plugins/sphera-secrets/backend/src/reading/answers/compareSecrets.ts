import type { ServiceEntry } from '@sphera/plugin-operations-node';
import {
  isSamePlace,
  type ComparedSecret,
  type Place,
} from '@sphera/plugin-secrets-common';
import { toMoment } from '../moment';
import { placeAskedFor } from '../placeAskedFor';
import type { ReadingParts } from '../ReadingParts';
import { recordsOf } from '../recordsOf';
import { assess } from '../states/assess';
import type { AssessedCell, AssessedSecret } from '../states/Assessment';
import { haveSameValue } from '../states/compareValues';

/**
 * Which secrets of a service two places have, and which of their values are equal.
 * @throws FieldError for a place that keeps none, or the same one twice
 */
export function compareSecrets(
  { memory, settings }: Pick<ReadingParts, 'memory' | 'settings'>,
  service: ServiceEntry,
  [one, other]: readonly [Place, Place],
): { items: ComparedSecret[] } {
  const places = memory.places();
  const here = placeAskedFor(places, one);
  const there = placeAskedFor(places, other, {
    environment: 'otherEnvironment',
    region: 'otherRegion',
  });
  const secrets = assess(recordsOf(memory, service), {
    service,
    places,
    rules: settings,
  });
  return {
    items: secrets.flatMap(secret => {
      const cells = [cellAt(secret, here), cellAt(secret, there)] as const;
      if (cells.every(({ record }) => !record)) return [];
      return {
        name: secret.name,
        verdict: verdictOf(...cells),
        here: cells[0].state,
        there: cells[1].state,
        changedHereAt: toMoment(cells[0].record?.changedAt),
        changedThereAt: toMoment(cells[1].record?.changedAt),
      };
    }),
  };
}

function cellAt({ environments }: AssessedSecret, place: Place): AssessedCell {
  return environments
    .flatMap(({ cells }) => cells)
    .find(cell => isSamePlace(cell.place, place))!;
}

function verdictOf(
  here: AssessedCell,
  there: AssessedCell,
): ComparedSecret['verdict'] {
  if (here.state === 'unseen' || there.state === 'unseen') return 'unknown';
  if (!isThere(here) && !isThere(there)) return 'unknown';
  if (!isThere(there)) return 'only-here';
  if (!isThere(here)) return 'only-there';
  const same = haveSameValue(here.record!, there.record!);
  if (same === undefined) return 'unknown';
  return same ? 'same' : 'different';
}

function isThere({ record, state }: AssessedCell): boolean {
  return record !== undefined && state !== 'pending-deletion';
}
