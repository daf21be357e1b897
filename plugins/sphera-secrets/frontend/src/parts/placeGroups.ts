import { Fleet, titleOf } from '@sphera/plugin-fleet-common';
import {
  isSamePlace,
  Place,
  SecretCell,
  SecretRow,
  SecretsPlace,
} from '@sphera/plugin-secrets-common';

/** A place of secrets, as people read it. */
export interface TitledPlace extends SecretsPlace {
  /** Title of its region. */
  title: string;
}

/** The places of one environment. */
export interface PlaceGroup {
  environment: string;
  /** Title of the environment. */
  title: string;
  places: TitledPlace[];
}

/**
 * Places by environment, both in the order in which they come.
 *
 * @param only - one environment; absent: all.
 */
export function placeGroups(
  { environments, regions }: Fleet,
  places: readonly SecretsPlace[],
  only?: string,
): PlaceGroup[] {
  const names = new Set(places.map(({ environment }) => environment));
  return [...names]
    .filter(name => !only || name === only)
    .map(name => ({
      environment: name,
      title: titleOf(environments, name),
      places: places
        .filter(({ environment }) => environment === name)
        .map(place => ({ ...place, title: titleOf(regions, place.region) })),
    }));
}

/** How a secret is in a place; where the answer does not say, nobody has seen it. */
export function cellAt(row: SecretRow, place: Place): SecretCell {
  const { environment, region } = place;
  return (
    row.cells.find(cell => isSamePlace(cell, place)) ?? {
      environment,
      region,
      state: 'unseen',
      problems: [],
      isOverdue: false,
      isOld: false,
    }
  );
}
