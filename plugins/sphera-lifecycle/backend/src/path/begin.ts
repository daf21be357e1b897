import { furthestStage } from './furthestStage';
import type { KeptLifecycle } from './KeptLifecycle';
import type { Sight, SightOnTheWay } from './Sight';

/** Facts may take a while to come, say while GitHub does not answer. */
const ADOPTING_MS = 24 * 3_600_000;

/** A service sets out: nothing is taken as given. */
export const setOut = (
  { path, service }: Pick<Sight, 'path' | 'service'>,
  beganBy: string,
  now: number,
): KeptLifecycle => ({
  service: service.ref,
  beganAt: now,
  beganBy,
  appearedAt: now,
  stage: path.way[0].name,
  since: now,
  adopted: [],
  done: [],
});

/** A service that was there before is put where facts prove it to be; approvals before that are taken as given. */
export const adopt = (sight: Sight, now: number): KeptLifecycle => ({
  service: sight.service.ref,
  beganAt: now,
  appearedAt: now,
  since: now,
  done: [],
  ...placeByFacts(sight),
});

/** The same of one that was adopted less than a day ago, where facts that came since prove more; else as it was. */
export function adoptFurther(sight: SightOnTheWay, now: number): KeptLifecycle {
  const { path, kept, approvals } = sight;
  const isSettled =
    kept.beganBy !== undefined ||
    now - kept.beganAt > ADOPTING_MS ||
    approvals.size > 0;
  if (isSettled) return kept;
  const placed = placeByFacts(sight);
  const at = (stage: string) =>
    path.way.findIndex(({ name }) => name === stage);
  if (at(placed.stage) <= at(kept.stage)) return kept;
  return { ...kept, ...placed, since: now };
}

function placeByFacts(sight: Sight): Pick<KeptLifecycle, 'stage' | 'adopted'> {
  const { way } = sight.path;
  const index = furthestStage(sight);
  return {
    stage: way[index].name,
    adopted: way
      .slice(0, index)
      .flatMap(({ steps }) => steps)
      .filter(({ approvers }) => approvers.length > 0)
      .map(({ name }) => name),
  };
}
