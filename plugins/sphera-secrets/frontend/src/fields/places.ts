import { isProductionLike } from '@sphera/plugin-fleet-common';
import {
  isSamePlace,
  type Place,
  type SecretRow,
} from '@sphera/plugin-secrets-common';

/** Places as operations take them: every named region of every named environment. */
export interface PlacesInput {
  environments: string[];
  /** Absent: every region of these environments. */
  regions?: string[];
}

/** The environments of places, each once, in their order. */
export function environmentsOf(places: Place[]): string[] {
  return [...new Set(places.map(({ environment }) => environment))];
}

/** The places of an environment. */
export function placesIn(environment: string, places: Place[]): Place[] {
  return places.filter(place => place.environment === environment);
}

/** Whether a place is among places. */
export function hasPlace(places: Place[], place: Place): boolean {
  return places.some(other => isSamePlace(other, place));
}

/** What a form starts with: all that is offered but production, which is never chosen for anybody, or all of the only environment. */
export function placesChosenFirst(offered: Place[]): Place[] {
  return environmentsOf(offered).length === 1
    ? offered
    : offered.filter(({ environment }) => !isProductionLike(environment));
}

/**
 * What a form about an existing secret starts with. Regions of an environment stay
 * in step, so a place brings the others of its environment, unless each region has
 * a value of its own.
 */
export function placesChosenFor(
  offered: Place[],
  start: Place | undefined,
  { differsByRegion }: Pick<SecretRow, 'differsByRegion'>,
): Place[] {
  if (!start) return placesChosenFirst(offered);
  return differsByRegion
    ? offered.filter(place => isSamePlace(place, start))
    : placesIn(start.environment, offered);
}

/** The fewest calls that name exactly these places. */
export function toInputs(chosen: Place[], all: Place[]): PlacesInput[] {
  const groups = new Map<string, PlacesInput>();
  for (const environment of environmentsOf(chosen)) {
    const places = placesIn(environment, chosen);
    const isWhole = places.length === placesIn(environment, all).length;
    const regions = isWhole ? undefined : places.map(({ region }) => region);
    const key = regions?.join() ?? '*';
    const group = groups.get(key) ?? { environments: [], regions };
    group.environments.push(environment);
    groups.set(key, group);
  }
  return [...groups.values()];
}
