import { ConflictError } from '@backstage/errors';
import { placeName } from '@sphera/plugin-secrets-common';
import type { FoundSecret } from './SecretFinder';

/** @throws ConflictError naming the places where it is deleted and can be restored */
export function checkNotDeleted(
  name: string,
  found: readonly FoundSecret[],
  now: number,
): void {
  const sentences = found.flatMap(({ place, listing }) => {
    if (listing?.deletedAt === undefined) return [];
    const day = new Date(listing.deletedAt).toISOString().slice(0, 10);
    return listing.deletedAt > now
      ? `${placeName(place)} until ${day}`
      : `${placeName(place)} (deleted on ${day})`;
  });
  if (sentences.length === 0) return;
  throw new ConflictError(
    `${name} is deleted and can still be restored in ${sentences.join(
      ', ',
    )}: restore it first`,
  );
}
