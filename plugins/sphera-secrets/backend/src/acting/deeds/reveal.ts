import type { InputOf, OutputOf } from '@sphera/plugin-operations-common';
import { placeName, type revealSecret } from '@sphera/plugin-secrets-common';
import { NotFoundError } from '@backstage/errors';
import type { ActingParts } from '../ActingParts';
import { checkNotDeleted } from '../finding/checkNotDeleted';

/**
 * One value, fresh from AWS; it is kept nowhere.
 * @throws NotFoundError, ConflictError where it is deleted, PlaceError
 */
export async function reveal(
  { finder, clock }: Pick<ActingParts, 'finder' | 'clock'>,
  input: InputOf<typeof revealSecret>,
): Promise<OutputOf<typeof revealSecret>> {
  const { name, environment, region, versionId } = input;
  const service = await finder.service(input.service);
  const place = finder.place({ environment, region });
  const found = await finder.one(service, name, place);
  checkNotDeleted(name, [found], clock.now());
  const { client, fullName, listing } = found;
  if (versionId === undefined && listing.versionId === undefined) {
    throw new NotFoundError(`${name} in ${placeName(place)} has no value yet`);
  }
  const value = await client.value(
    fullName,
    versionId === undefined ? undefined : { versionId },
  );
  return {
    value: value.content,
    encoding: value.encoding === 'binary' ? 'base64' : 'text',
    fullName,
    versionId: value.versionId,
  };
}
