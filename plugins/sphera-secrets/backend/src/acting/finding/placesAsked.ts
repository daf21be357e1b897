import { listed } from '@sphera/plugin-operations-node';
import type { Place } from '@sphera/plugin-secrets-common';
import { FieldError } from '../../errors';

/**
 * The places that a call names: every named region of every named environment, or all
 * that keep secrets there; in the order of the fleet.
 * @throws FieldError naming the places that do keep secrets
 */
export function placesAsked<P extends Place>(
  { environments, regions }: { environments: string[]; regions?: string[] },
  places: readonly P[],
): P[] {
  environments.forEach((environment, index) => {
    const kept = places
      .filter(place => place.environment === environment)
      .map(({ region }) => region);
    if (kept.length === 0) {
      const all = [...new Set(places.map(place => place.environment))];
      throw new FieldError(
        `environments.${index}`,
        `must name an environment that keeps secrets: ${environment} does not, ${inWords(
          all,
        )}`,
      );
    }
    const wrong = (regions ?? []).findIndex(region => !kept.includes(region));
    if (wrong >= 0) {
      throw new FieldError(
        `regions.${wrong}`,
        `must name a region where ${environment} keeps secrets: ${
          regions![wrong]
        } does not, ${inWords(kept)}`,
      );
    }
  });
  return places.filter(
    ({ environment, region }) =>
      environments.includes(environment) &&
      (regions === undefined || regions.includes(region)),
  );
}

function inWords(names: string[]): string {
  if (names.length === 0) return 'nor does any other';
  return `${listed(names)} ${names.length === 1 ? 'does' : 'do'}`;
}
