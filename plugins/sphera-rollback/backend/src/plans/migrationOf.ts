import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { HistoricVersion } from '../history/Versions';

/** Annotation that names versions whose database cannot go back, split at commas. */
export const IRREVERSIBLE_ANNOTATION = 'sphera.io/irreversible-versions';

/** What a version changed in its database for good, by its commit or by the catalog; `undefined`: nothing is declared. */
export function migrationOf(
  service: ServiceEntry,
  { version, migration }: Pick<HistoricVersion, 'version' | 'migration'>,
): string | undefined {
  if (migration) return migration;
  const declared = String(service.annotations[IRREVERSIBLE_ANNOTATION] ?? '');
  return declared.split(',').some(one => one.trim() === version)
    ? 'changed its database for good, as the catalog says'
    : undefined;
}
