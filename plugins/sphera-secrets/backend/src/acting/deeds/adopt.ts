import { ConflictError, NotFoundError } from '@backstage/errors';
import type { InputOf, Target } from '@sphera/plugin-operations-common';
import {
  placeName,
  type adoptSecret,
  type ChangeAnswer,
} from '@sphera/plugin-secrets-common';
import type { ActingParts } from '../ActingParts';
import { beginChange } from '../beginChange';
import type { ChangePlace } from '../Change';
import { versionToken } from '../versionToken';
import { adoptionPlan } from './adoptionPlan';
import { belongsTo } from './adoptionTarget';

type AdoptInput = InputOf<typeof adoptSecret>;

/**
 * Brings a secret to the standard: in place where its name is right, else by copying it
 * under the right name. The old one is kept, or deleted recoverably.
 *
 * @param target - what permission was asked on
 * @throws FieldError, NotFoundError, ConflictError where it cannot be done, and as `CarryingOut.make`
 */
export async function adopt(
  parts: ActingParts,
  input: AdoptInput,
  by: string,
  target: Target,
): Promise<ChangeAnswer> {
  const { finder, standard, carrying, clients } = parts;
  const { fullName, deleteOld } = input;
  const service = await finder.service(input.service);
  const place = finder.place(input);
  const client = clients.of(place);
  const listing = await client.describe(fullName);
  if (!listing) {
    throw new NotFoundError(
      `There is no secret ${fullName} in ${placeName(place)}`,
    );
  }
  // Memory, from which the target was told, may have been behind.
  const isOwn = belongsTo(service.ref, place, listing, parts);
  if (target.service !== undefined && !isOwn) {
    throw new ConflictError(
      `${fullName} in ${placeName(place)} does not belong to ${
        service.name
      } any more: look at it again`,
    );
  }
  const asked = beginChange(
    'adopt-secret',
    { service, name: fullName, by },
    parts,
  );
  const { versionId } = listing;
  const claim = standard.claimOf(place, listing);
  const isRight =
    isOwn &&
    claim.isStandardName &&
    (input.name ?? claim.name) === claim.name &&
    standard.problemsOf(service, place, listing).length === 0;
  if (isRight && listing.deletedAt === undefined) {
    const unchanged = { ...place, fullName, outcome: 'unchanged' as const };
    return { change: asked.id, places: [{ ...unchanged, versionId }] };
  }
  const plan = await adoptionPlan(parts, service, input, place, listing);
  const { name, shape, isRenamed } = plan;
  if (plan.problem) {
    throw new ConflictError(
      `${fullName} in ${placeName(
        place,
      )} cannot be brought to the standard: ${plan.problem.replace(/\.$/, '')}`,
    );
  }
  const about = standard.aboutOf(listing);
  const before = { versionId, about };
  const found = {
    place,
    client,
    fullName: shape.fullName,
    listing: isRenamed ? await client.describe(shape.fullName) : listing,
  };
  if (isRenamed && found.listing) {
    throw new ConflictError(
      `${placeName(place)} has a secret ${
        shape.fullName
      } already: give this one another name`,
    );
  }
  const changed: ChangePlace = {
    ...place,
    fullName: shape.fullName,
    isDone: false,
    ...(isRenamed
      ? { step: 'create', versionId: versionToken(asked.id, place) }
      : { step: 'describe', before }),
  };
  return carrying.make({
    service,
    found: [found],
    change: {
      ...asked,
      name,
      newAbout: about,
      places: [changed],
      ...(isRenamed && {
        source: { ...place, fullName, versionId: versionId! },
        ...(deleteOld && {
          deletesSource: { recoveryDays: standard.recoveryDays },
        }),
      }),
    },
  });
}
