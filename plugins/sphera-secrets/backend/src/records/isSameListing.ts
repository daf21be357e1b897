import type { SecretListing } from '../adapters/SecretsClient';
import type { SecretRecord } from './SecretRecord';

/**
 * Whether AWS says of a secret what is known already; made to be quick for what has not changed. Not looked at are
 * labels of versions besides the current and the previous one (who acts on them asks AWS), and what another
 * version id tells as well: that it was deleted and created again.
 */
export function isSameListing(
  one: SecretListing & Pick<SecretRecord, 'portalReadOn'>,
  other: SecretListing,
): boolean {
  return (
    one.versionId === other.versionId &&
    one.changedAt === other.changedAt &&
    (one.readAt === other.readAt || one.portalReadOn === other.readAt) &&
    one.deletedAt === other.deletedAt &&
    one.previousVersionId === other.previousVersionId &&
    one.description === other.description &&
    one.kmsKey === other.kmsKey &&
    isSameTags(one.tags, other.tags)
  );
}

/** Whether two secrets carry the same tags. */
export function isSameTags(
  one: SecretListing['tags'],
  other: SecretListing['tags'],
): boolean {
  if (one === other) return true;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(key => one[key] === other[key])
  );
}
