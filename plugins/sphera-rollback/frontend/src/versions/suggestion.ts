import type { Version } from '@sphera/plugin-rollback-common';

/**
 * The version that one most likely wants back: the newest that ran well before the
 * present one, and whose image is not known to be gone.
 *
 * @param versions - the newest first
 */
export function suggestion(versions: readonly Version[]): Version | undefined {
  const present = versions.findIndex(({ isCurrent }) => isCurrent);
  if (present < 0) return undefined;
  return versions
    .slice(present + 1)
    .find(({ ranWell, image }) => ranWell && image !== 'missing');
}
