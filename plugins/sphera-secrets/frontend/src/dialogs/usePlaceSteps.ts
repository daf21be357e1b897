import { titleOf } from '@sphera/plugin-fleet-common';
import type { Place } from '@sphera/plugin-secrets-common';
import { useFleet } from '@sphera/plugin-services-react';
import { PlacesInput, toInputs } from '../fields/places';
import { Step } from './steps/Step';

/** Makes the calls that do one thing in places, as few as can name exactly these. */
export function usePlaceSteps() {
  const { environments, regions } = useFleet();
  return (
    chosen: Place[],
    all: Place[],
    run: (places: PlacesInput) => Promise<unknown>,
  ): Step[] =>
    toInputs(chosen, all).map(places => ({
      title: `${titlesOf(environments, places.environments)}: ${
        places.regions ? titlesOf(regions, places.regions) : 'every region'
      }`,
      run: () => run(places),
    }));
}

function titlesOf(
  places: Parameters<typeof titleOf>[0],
  names: readonly string[],
): string {
  return names.map(name => titleOf(places, name)).join(', ');
}
