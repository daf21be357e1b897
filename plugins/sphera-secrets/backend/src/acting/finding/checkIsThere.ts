import { NotFoundError } from '@backstage/errors';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import { placesInWords } from '../sentences';
import { noSuchSecret } from './noSuchSecret';
import type { FoundSecret } from './SecretFinder';

/** @throws NotFoundError naming the places that lack it */
export function checkIsThere(
  service: ServiceEntry,
  name: string,
  found: readonly FoundSecret[],
): void {
  const missing = found.filter(({ listing }) => !listing);
  if (missing.length === 0) return;
  const places = missing.map(({ place }) => place);
  if (missing.length === found.length) {
    throw noSuchSecret(service, name, places);
  }
  throw new NotFoundError(
    `${service.name} has no secret ${name} in ${placesInWords(
      places,
    )}: copy it there first, or name only the places that have it`,
  );
}
