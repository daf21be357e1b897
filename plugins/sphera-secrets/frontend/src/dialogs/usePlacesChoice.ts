import type {
  Place,
  SecretCell,
  SecretRow,
} from '@sphera/plugin-secrets-common';
import { useState } from 'react';
import { placesChosenFor } from '../fields/places';

/**
 * The places that a form about one secret offers and those that are chosen.
 *
 * @param offered - the cells where it makes sense
 * @param start - the place that one came from
 */
export function usePlacesChoice(
  row: SecretRow,
  offered: SecretCell[],
  start: Place | undefined,
) {
  // As they were when the dialog was opened: what is ticked does not change by itself.
  const [places] = useState(() => offered.map(placeOf));
  const [chosen, setChosen] = useState(() =>
    placesChosenFor(places, start, row),
  );
  return { offered: places, chosen, setChosen };
}

function placeOf({ environment, region }: Place): Place {
  return { environment, region };
}
