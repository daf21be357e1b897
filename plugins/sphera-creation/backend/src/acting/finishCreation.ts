import { listed } from '@sphera/plugin-operations-node';
import type { KeptCreation } from '../creations/KeptCreation';
import { isOver, STEP_TITLES } from '../creations/steps';
import { CreationConflictError } from '../errors';
import type { ActingParts } from './ActingParts';
import { checkMayAct, type StepCall } from './runStep';

/** Ends a creation. @throws CreationConflictError naming the steps that are not over */
export async function finish(
  { store, clock }: Pick<ActingParts, 'store' | 'clock'>,
  { input: { creation: id }, actor }: StepCall,
): Promise<KeptCreation> {
  return store.change(id, kept => {
    checkMayAct(kept, actor);
    if (kept.state === 'done') return kept;
    const open = kept.steps.filter(step => !isOver(step));
    if (open.length > 0) {
      throw new CreationConflictError(
        `The creation of ${kept.draft.name} is not over: ${listed(
          open.map(({ step, state }) => `${STEP_TITLES[step]} (${state})`),
        )}`,
        { creation: id },
      );
    }
    return { ...kept, state: 'done', endedAt: clock.now() };
  });
}
