import { FieldError, type ServiceEntry } from '@sphera/plugin-operations-node';
import type { ServiceHistory, Versions } from '../history/Versions';
import type { Layouts } from '../layouts/Layouts';
import type { RollbackSettings } from '../settings/RollbackSettings';

/** Whose history is asked for. */
export interface HistoryQuestion {
  service: ServiceEntry;
  environment: string;
  /** Absent: all in which it has a file. */
  regions?: string[];
  /** Milliseconds; absent: as configured. */
  maxAge?: number;
}

/**
 * The history of a service in some regions.
 * @param field - which field of the input named the regions
 * @throws FieldError for a region in which it has no file; NoLayoutError, RepositoryError, SpotError
 */
export async function historyOf(
  parts: {
    layouts: Layouts;
    versions: Versions;
    settings: Pick<RollbackSettings, 'fetchEvery'>;
  },
  question: HistoryQuestion,
  field: 'region' | 'regions',
): Promise<ServiceHistory> {
  const { service, environment, regions } = question;
  const { maxAge = parts.settings.fetchEvery } = question;
  const there = new Set(
    parts.layouts
      .filesOf(service, environment)
      .flatMap(({ regions: all }) => all),
  );
  const missing = (regions ?? []).filter(region => !there.has(region));
  if (missing.length > 0) {
    throw new FieldError(
      field,
      `must be among ${[...there].join(', ')}: ${
        service.title
      } has no file for ${missing.join(', ')} in ${environment}`,
    );
  }
  return parts.versions.of(service, environment, { regions, maxAge });
}
