import type { SecretCell } from '@sphera/plugin-secrets-common';
import { PlacesInput } from '../../fields/places';

/** The versions that somebody looks at while changing a secret, for these places. */
export function seenVersions(
  cells: SecretCell[],
  { environments, regions }: PlacesInput,
) {
  return cells.flatMap(({ environment, region, versionId }) =>
    versionId &&
    environments.includes(environment) &&
    (regions ?? [region]).includes(region)
      ? [{ environment, region, versionId }]
      : [],
  );
}
