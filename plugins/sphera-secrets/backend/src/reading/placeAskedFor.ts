import { listed } from '@sphera/plugin-operations-node';
import { isSamePlace, type Place } from '@sphera/plugin-secrets-common';
import { FieldError } from '../errors';

/**
 * The place that is asked for.
 * @throws FieldError where it keeps no secrets
 */
export function placeAskedFor<P extends Place>(
  places: readonly P[],
  asked: Place,
  fields: { environment: string; region: string } = {
    environment: 'environment',
    region: 'region',
  },
): P {
  const found = places.find(place => isSamePlace(place, asked));
  if (found) return found;
  const regions = places
    .filter(({ environment }) => environment === asked.environment)
    .map(({ region }) => region);
  if (regions.length > 0) {
    throw new FieldError(
      fields.region,
      `must be a region where ${asked.environment} keeps secrets: ${listed(
        regions,
      )}`,
    );
  }
  const environments = new Set(places.map(({ environment }) => environment));
  throw new FieldError(
    fields.environment,
    environments.size === 0
      ? 'is not known to keep secrets: set sphera.secrets.places'
      : `must be one that keeps secrets: ${listed([...environments])}`,
  );
}
