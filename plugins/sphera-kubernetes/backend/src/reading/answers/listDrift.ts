import type { Fleet } from '@sphera/plugin-fleet-common';
import type { Drift, DriftKind } from '@sphera/plugin-kubernetes-common';
import { Dates } from '../Dates';
import type { UndatedDrift } from '../drift/Running';
import { Page, pageOfList, PageQuestion } from '@sphera/plugin-operations-node';
import type { ReadingParts } from '../ReadingParts';
import type { Where } from '../where';
import { driftLookup } from './driftAskedFor';
import { viewsAskedFor } from './viewed';

/** What is not as it should be, by service, environment and kind. @throws FieldError for a wrong cursor */
export async function listDrift(
  parts: Pick<ReadingParts, 'memory' | 'views' | 'deeds' | 'fleet'>,
  question: Where & PageQuestion & { kind?: DriftKind },
): Promise<Page<Drift>> {
  const driftOf = await driftLookup(parts);
  const dates = new Dates(parts.memory);
  const drift = viewsAskedFor(parts, question).flatMap(view =>
    driftOf(view).filter(
      one =>
        (question.kind === undefined || question.kind === one.kind) &&
        concerns(one, question, parts.fleet),
    ),
  );
  return pageOfList('drift', drift, question, one => dates.dateDrift(one));
}

/** Drift of a whole environment concerns each of the clusters that it names there. */
function concerns(drift: UndatedDrift, where: Where, fleet: Fleet): boolean {
  const { environment, region, cluster } = where;
  if (environment !== undefined && environment !== drift.environment) {
    return false;
  }
  const named = drift.clusters.map(one => one.cluster);
  return fleet.clusters.some(
    place =>
      named.includes(place.name) &&
      place.environment === drift.environment &&
      (region === undefined || region === place.region) &&
      (cluster === undefined || cluster === place.name),
  );
}
