import type { AssessedEnvironment, AssessedSecret } from '../states/Assessment';
import { hasCome } from '../states/datesOf';
import type { Found } from './Found';
import { KINDS } from './kinds';

// Nearly all are in order, and there are many.
const isWorthALook =
  (now: number) =>
  ({ cells }: AssessedEnvironment): boolean =>
    cells.some(
      ({ drift, problems, overdueAt, oldAt, unreadAt }) =>
        drift !== undefined ||
        problems.length > 0 ||
        hasCome(overdueAt, now) ||
        hasCome(oldAt, now) ||
        hasCome(unreadAt, now),
    );

/** What there is to find about one secret of a service, by environment of the fleet and kind. */
export function findIn(
  service: string,
  { name, environments }: AssessedSecret,
  now: number,
): Found[] {
  return environments.filter(isWorthALook(now)).flatMap(environment =>
    KINDS.flatMap(({ kind, isSo, since, sentence }): Found[] => {
      const cells = environment.cells.filter(cell => isSo(cell, now));
      if (cells.length === 0) return [];
      const moments = cells.flatMap(cell => since?.(cell, environment) ?? []);
      return [
        {
          kind,
          service,
          name,
          environment: environment.environment,
          regions: cells.map(({ place }) => place.region),
          fullNames: cells.map(({ record }) => record?.fullName ?? ''),
          since: moments.length === 0 ? undefined : Math.min(...moments),
          sentence: words => sentence(cells, environment, words),
        },
      ];
    }),
  );
}
