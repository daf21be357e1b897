import { NotFoundError } from '@backstage/errors';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { Place } from '@sphera/plugin-secrets-common';
import { placesInWords } from '../sentences';

/** Says that a service has no such secret in any of these places. */
export function noSuchSecret(
  { name: service }: Pick<ServiceEntry, 'name'>,
  name: string,
  places: readonly Place[],
): NotFoundError {
  return new NotFoundError(
    `${service} has no secret ${name} in ${placesInWords(
      places,
    )}: list-secrets says which it has`,
  );
}
