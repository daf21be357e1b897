import { FieldError } from '@sphera/plugin-operations-node';
import type { ServiceHistory } from '../history/Versions';
import type { HistoryQuestion } from '../reading/historyOf';
import type { PlanParts } from './PlanParts';

const NAMED = 5;

/**
 * Makes sure that a version was to run in the environment before, in the regions that were asked for or in others.
 * @throws FieldError naming some that were
 */
export async function checkVersionRan(
  { versions }: Pick<PlanParts, 'versions'>,
  history: ServiceHistory,
  { service, environment, regions }: HistoryQuestion,
  version: string,
): Promise<void> {
  const isIn = (known: ServiceHistory) =>
    known.versions.some(one => one.version === version);
  if (isIn(history)) return;
  if (regions) {
    // What another region's file says does not matter here: if it cannot be read, it is passed over.
    const everywhere = await versions
      .of(service, environment, { maxAge: Infinity })
      .catch(() => history);
    if (isIn(everywhere)) return;
  }
  const others = history.versions
    .filter(({ isCurrent }) => !isCurrent)
    .slice(0, NAMED)
    .map(one => one.version);
  throw new FieldError(
    'version',
    `must be a version that ${service.title} had in ${environment} before${
      others.length > 0 ? `, like ${others.join(', ')}` : ': it had no other'
    }`,
  );
}
