import { NotFoundError } from '@backstage/errors';
import type { InputOf } from '@sphera/plugin-operations-common';
import {
  isSamePlace,
  placeName,
  type ChangeAnswer,
  type Place,
  type restoreVersion,
} from '@sphera/plugin-secrets-common';
import { FieldError } from '../../errors';
import type { ActingParts } from '../ActingParts';
import { beginChange } from '../beginChange';
import type { Change, ChangePlace } from '../Change';
import { checkIsThere } from '../finding/checkIsThere';
import { checkNotDeleted } from '../finding/checkNotDeleted';
import type { FoundSecret } from '../finding/SecretFinder';

/**
 * Makes an earlier version current again, everywhere or nowhere. Where an earlier call
 * did not reach every place, the same call goes on with it: asking twice never goes back
 * and forth.
 * @throws FieldError, NotFoundError, and as `CarryingOut.make`
 */
export async function goBack(
  parts: ActingParts,
  input: InputOf<typeof restoreVersion>,
  by: string,
): Promise<ChangeAnswer> {
  const { finder, standard, carrying, holding, clock } = parts;
  const { name, versionId } = input;
  const service = await finder.service(input.service);
  const places = finder.places(input);
  if (versionId !== undefined && places.length > 1) {
    throw new FieldError(
      'versionId',
      'can only be named with one place: each place has versions of its own',
    );
  }
  const begun = await parts.changes.of({ service: service.ref, name });
  if (begun?.state === 'repeatable' && isRestOf(begun.change, places)) {
    return holding.goOn(
      begun.change,
      () => {},
      held => carrying.goOn(held, service),
    );
  }
  const found = await finder.find(service, name, places);
  checkIsThere(service, name, found);
  checkNotDeleted(name, found, clock.now());
  const change = beginChange('restore-version', { service, name, by }, parts);
  return carrying.make({
    service,
    found,
    change: {
      ...change,
      places: found.map(one => ({
        ...one.place,
        fullName: one.fullName,
        ...stepBack(name, one, versionId),
        before: {
          versionId: one.listing!.versionId,
          about: standard.aboutOf(one.listing!),
        },
        isDone: false,
      })),
    },
  });
}

/** Whether a call asks for all that an earlier one left open, and for nothing that it did not. */
function isRestOf(change: Change, asked: readonly Place[]): boolean {
  const includes = (places: readonly Place[], place: Place) =>
    places.some(one => isSamePlace(one, place));
  return (
    asked.every(place => includes(change.places, place)) &&
    change.places.every(place => place.isDone || includes(asked, place))
  );
}

function stepBack(
  name: string,
  { place, listing }: FoundSecret,
  asked: string | undefined,
): Pick<ChangePlace, 'step' | 'versionId'> {
  const versionId = asked ?? listing!.previousVersionId;
  if (versionId === undefined) {
    throw new NotFoundError(
      `${name} in ${placeName(place)} has no previous version to go back to`,
    );
  }
  // Where it is current already there is nothing to go back to.
  if (versionId === listing!.versionId) return { step: 'describe' };
  return { step: 'go-back', versionId };
}
