import type { Fingerprint, SecretRecord } from '../records/SecretRecord';

/** How many fingerprints of earlier values are kept of a secret. */
const EARLIER_KEPT = 3;

type Known = Pick<SecretRecord, 'fingerprint' | 'earlier'>;

/** Fingerprints of earlier values with one more: the newest first, one of each version. */
export function withEarlier(
  earlier: readonly Fingerprint[],
  one: Fingerprint,
): readonly Fingerprint[] {
  return [
    one,
    ...earlier.filter(({ versionId }) => versionId !== one.versionId),
  ].slice(0, EARLIER_KEPT);
}

/**
 * The fingerprints that a secret keeps when another version has become current. Where that
 * version was seen before, its fingerprint is known, since the value of a version never changes.
 */
export function inherited(
  { fingerprint, earlier }: Known,
  versionId: string | undefined,
): Known {
  if (fingerprint?.versionId === versionId) return { fingerprint, earlier };
  const before = fingerprint ? withEarlier(earlier, fingerprint) : earlier;
  const isItsOwn = (known: Fingerprint) => known.versionId === versionId;
  return {
    fingerprint: before.find(isItsOwn),
    earlier: before.filter(known => !isItsOwn(known)),
  };
}
