import type { Place } from '@sphera/plugin-secrets-common';
import type { Standard } from '../standard/Standard';
import type { KeptSecret } from '../storage/recordRow';
import { isSameTags } from './isSameListing';
import type { Fingerprint, SecretRecord } from './SecretRecord';

const NONE: readonly never[] = [];

/**
 * A secret as memory has it: what many of a service have in common is kept once. Fingerprints that were made
 * when it belonged to another service say nothing any more.
 */
export function toRecord(
  place: Place,
  { fingerprintsOf, ...secret }: KeptSecret,
  { serviceName, name }: ReturnType<Standard['claimOf']>,
  siblings: readonly SecretRecord[],
): SecretRecord {
  const twin = siblings.find(one => isSameTags(one.tags, secret.tags));
  const isStillTheirs = serviceName === fingerprintsOf;
  const { earlier } = secret;
  return {
    ...secret,
    place,
    serviceName: twin?.serviceName ?? serviceName,
    name,
    tags: twin?.tags ?? secret.tags,
    kmsKey: twin?.kmsKey === secret.kmsKey ? twin?.kmsKey : secret.kmsKey,
    fingerprint: isStillTheirs ? sharing(secret, twin) : undefined,
    earlier: isStillTheirs && earlier.length > 0 ? earlier : NONE,
  };
}

/** A fingerprint that keeps no second copy of a version's or a key's id. */
function sharing(
  { fingerprint, versionId }: KeptSecret,
  twin: SecretRecord | undefined,
): Fingerprint | undefined {
  if (!fingerprint) return undefined;
  const { keyId } = twin?.fingerprint ?? fingerprint;
  return {
    ...fingerprint,
    keyId: keyId === fingerprint.keyId ? keyId : fingerprint.keyId,
    versionId:
      versionId === fingerprint.versionId ? versionId : fingerprint.versionId,
  };
}
