import { NotFoundError } from '@backstage/errors';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import {
  isSamePlace,
  placeName,
  type Place,
  type Version,
} from '@sphera/plugin-secrets-common';
import { toMoment } from '../moment';
import { placeAskedFor } from '../placeAskedFor';
import type { ReadingParts } from '../ReadingParts';
import { recordsOf } from '../recordsOf';

const CURRENT = 'AWSCURRENT';
const PREVIOUS = 'AWSPREVIOUS';

/**
 * The versions of one secret in one place, the newest first, as AWS has them this moment.
 * @throws FieldError for a place that keeps none; NotFoundError; PlaceError where AWS does not answer
 */
export async function listVersions(
  { memory, clients, deeds }: ReadingParts,
  service: ServiceEntry,
  { name, ...asked }: Place & { name: string },
): Promise<{ items: Version[] }> {
  const place = placeAskedFor(memory.places(), asked);
  const record = recordsOf(memory, service).find(
    one => one.name === name && isSamePlace(one.place, place),
  );
  if (!record) {
    throw new NotFoundError(
      `${service.title} has no secret ${name} in ${placeName(
        place,
      )}: list-secrets says which there are`,
    );
  }
  const versions = await clients.of(record.place).versions(record.fullName);
  const written = await deeds.writtenBy(versions.map(one => one.versionId));
  return {
    items: versions.map(({ versionId, stages, createdAt, readAt }) => ({
      versionId,
      isCurrent: stages.includes(CURRENT),
      isPrevious: stages.includes(PREVIOUS),
      stages: [...stages],
      createdAt: toMoment(createdAt),
      readAt: toMoment(readAt),
      by: written.get(versionId)?.by,
      operation: written.get(versionId)?.operation,
    })),
  };
}
