import type { Fingerprints } from '../fingerprints/Fingerprints';
import type { SecretRecord } from '../records/SecretRecord';

type Current = Pick<Fingerprints, 'isCurrent'>;

/**
 * Of one secret in the regions of an environment: those whose previous value would tell whether the
 * others are stale, the latest changed first. Empty where their values are the same, or all but one are known
 * to have been held before.
 */
export function undecided(
  group: readonly SecretRecord[],
  fingerprints: Current,
): SecretRecord[] {
  const comparable = group.filter(
    ({ deletedAt, fingerprint }) =>
      deletedAt === undefined &&
      fingerprint !== undefined &&
      fingerprints.isCurrent(fingerprint),
  );
  const heldBefore = new Set(
    comparable
      .flatMap(({ earlier }) => earlier)
      .filter(fingerprint => fingerprints.isCurrent(fingerprint))
      .map(({ digest }) => digest),
  );
  const unexplained = new Set(
    comparable
      .map(({ fingerprint }) => fingerprint!.digest)
      .filter(digest => !heldBefore.has(digest)),
  );
  const values = new Set(
    comparable.map(({ fingerprint }) => fingerprint!.digest),
  );
  if (values.size < 2 || unexplained.size < 2) return [];
  return comparable
    .filter(
      ({ previousVersionId, earlier }) =>
        previousVersionId !== undefined &&
        !earlier.some(
          known =>
            known.versionId === previousVersionId &&
            fingerprints.isCurrent(known),
        ),
    )
    .sort((one, other) => (other.changedAt ?? 0) - (one.changedAt ?? 0));
}
