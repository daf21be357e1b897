import type { InputOf } from '@sphera/plugin-operations-common';
import {
  isSamePlace,
  type ChangeAnswer,
  type updateSecret,
} from '@sphera/plugin-secrets-common';
import { FieldError } from '../../errors';
import type { ActingParts } from '../ActingParts';
import { beginChange } from '../beginChange';
import { conflictOf } from '../conflict';
import { checkNotDeleted } from '../finding/checkNotDeleted';
import { checkIsThere } from '../finding/checkIsThere';
import { givenValue } from '../values/givenValue';
import { versionToken } from '../versionToken';
import { aboutAsked } from './aboutAsked';

/**
 * Gives a secret a new value in every place or in none, or says something else about it.
 * @throws FieldError, NotFoundError, and as `CarryingOut.make`
 */
export async function update(
  parts: ActingParts,
  input: InputOf<typeof updateSecret>,
  by: string,
): Promise<ChangeAnswer> {
  const { finder, standard, carrying, written, clock } = parts;
  const { name, generate, seen = [] } = input;
  const service = await finder.service(input.service);
  const places = finder.places(input);
  const value = givenValue(input, standard);
  const about = aboutAsked(input);
  const isReplaced = value !== undefined || generate !== undefined;
  if (!isReplaced && Object.keys(about).length === 0) {
    throw new FieldError(
      'value',
      'is missing, and nothing else is to change: give one, say in generate how it is made up, or say something else about the secret',
    );
  }
  const found = await finder.find(service, name, places);
  checkIsThere(service, name, found);
  checkNotDeleted(name, found, clock.now());
  const overtaken = found.filter(({ place, listing }) =>
    seen.some(
      known =>
        isSamePlace(known, place) && known.versionId !== listing?.versionId,
    ),
  );
  if (overtaken.length > 0) throw await conflictOf(name, overtaken, written);

  const change = beginChange('update-secret', { service, name, by }, parts);
  return carrying.make({
    service,
    found,
    value,
    change: {
      ...change,
      about,
      generate,
      places: found.map(({ place, fullName, listing }) => ({
        ...place,
        fullName,
        step: isReplaced ? 'replace' : 'describe',
        versionId: isReplaced ? versionToken(change.id, place) : undefined,
        before: {
          versionId: listing!.versionId,
          about: standard.aboutOf(listing!),
        },
        isDone: false,
      })),
    },
  });
}
