import type { Place } from '@sphera/plugin-secrets-common';
import type { SecretListing } from '../adapters/SecretsClient';
import { inherited } from '../fingerprints/inherited';
import type { SecretRecord } from '../records/SecretRecord';
import type { Standard } from '../standard/Standard';

/** What is known of a secret after AWS has told of it, its value not having been read yet. */
export function recordOf(
  place: Place,
  listing: SecretListing,
  before: SecretRecord | undefined,
  standard: Pick<Standard, 'claimOf'>,
): SecretRecord {
  const { serviceName, name } = standard.claimOf(place, listing);
  const isOurRead =
    before?.portalReadOn !== undefined &&
    before.portalReadOn === listing.readAt;
  const isTheirs = before !== undefined && before.serviceName === serviceName;
  return {
    ...listing,
    readAt: isOurRead ? before.readAt : listing.readAt,
    portalReadOn: before?.portalReadOn,
    place,
    serviceName,
    name,
    ...(isTheirs ? inherited(before, listing.versionId) : { earlier: [] }),
    unreadable:
      isTheirs && before.versionId === listing.versionId
        ? before.unreadable
        : undefined,
  };
}
