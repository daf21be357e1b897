import type { StageSetting } from '../settings/LifecyclePath';
import { isOptional, isProvenByFacts, isSkipped } from './proof';
import type { Sight } from './Sight';

/**
 * Place on the way of a service whose life cycle was not kept so far: the furthest stage that facts prove, whatever is
 * missing before; the first one where they prove none.
 */
export function furthestStage(sight: Sight): number {
  const { way } = sight.path;
  for (let index = way.length - 1; index > 0; index--) {
    if (isProven(way[index], sight)) return index;
  }
  return 0;
}

function isProven({ steps }: StageSetting, sight: Sight): boolean {
  const byFacts = steps.filter(
    step => step.facts.length > 0 && !isSkipped(step, sight),
  );
  return (
    byFacts.some(step => isProvenByFacts(step, sight)) &&
    byFacts.every(
      step => isOptional(step, sight) || isProvenByFacts(step, sight),
    )
  );
}
