import { ConflictError } from '@backstage/errors';
import { placeName, type Place } from '@sphera/plugin-secrets-common';
import type { SecretListing } from '../adapters/SecretsClient';
import type { WrittenStore } from '../storage/WrittenStore';
import { inWords } from './sentences';

/** A secret that somebody else changed, as it is now. */
export interface Overtaken {
  place: Place;
  listing?: SecretListing;
}

/** Tells who changed a secret in the meantime. */
export async function conflictOf(
  name: string,
  overtaken: readonly Overtaken[],
  written: Pick<WrittenStore, 'writtenBy'>,
): Promise<ConflictError> {
  const versions = overtaken.flatMap(({ listing }) => listing?.versionId ?? []);
  const by = await written.writtenBy(versions);
  const sentences = overtaken.map(({ place, listing }) => {
    const version = by.get(listing?.versionId ?? '');
    const who = version
      ? `by ${version.by} at ${inWords(version.at)}`
      : 'outside of sphera';
    return `${name} in ${placeName(place)} was changed meanwhile ${who}`;
  });
  return new ConflictError(
    `${sentences.join(
      '. ',
    )}. Nothing was changed anywhere: look at it again before you change it`,
  );
}
