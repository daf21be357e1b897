import type { DeploymentRecord, ReplicaSetRecord } from '../fleet/records';
import { mainNames, VERSION_LABEL, versionOf } from './version';

/** The version that a deployment wants. */
export function wantedVersion(deployment: DeploymentRecord): string {
  const { containers, labels, podLabels } = deployment;
  return versionOf({
    images: containers.map(({ name, image }) => ({ container: name, image })),
    names: mainNames(deployment),
    label: podLabels[VERSION_LABEL] ?? labels[VERSION_LABEL],
  });
}

/** The version that a revision of a deployment wants. */
export function revisionVersion(
  deployment: DeploymentRecord,
  { images, versionLabel }: ReplicaSetRecord,
): string {
  const names = mainNames(deployment);
  return versionOf({ images, names, label: versionLabel });
}

/**
 * Since when a deployment wants its version, milliseconds since 1970. A restart makes a new
 * revision of the same version, so it is the oldest of those in a row that counts. `undefined` where
 * it cannot be told: no revision is known, or an old one was taken up again.
 * @param revisions - the newest first
 */
export function deployedAt(
  deployment: DeploymentRecord,
  revisions: readonly ReplicaSetRecord[],
): number | undefined {
  const version = wantedVersion(deployment);
  const other = revisions.findIndex(
    revision => revisionVersion(deployment, revision) !== version,
  );
  const row = other < 0 ? revisions : revisions.slice(0, other);
  if (row.length === 0) return undefined;
  const since = Math.min(...row.map(({ createdAt }) => createdAt));
  const rolledBack = other >= 0 && revisions[other].createdAt > since;
  return rolledBack ? undefined : since;
}
