import { FlagConflictError } from '../../errors';
import type { KeptRollout } from '../../storage/Kept';
import type { ActingParts } from '../ActingParts';
import { findRollout } from '../findFlag';

/** How often somebody else may be faster. */
const TRIES = 5;

const STATES: Record<KeptRollout['state'], string> = {
  running: 'running',
  paused: 'paused',
  stopped: 'stopped',
  done: 'over',
  aborted: 'over',
};

/** Somebody else changed it in the same moment. */
export const changedMeanwhile = (rollout: string) =>
  new FlagConflictError(
    'The roll-out was changed by somebody else in this moment: look again',
    { rollout },
  );

/**
 * Changes a roll-out as it stands now; anew where somebody else changed it meanwhile.
 * @throws NotFoundError, FlagConflictError, what `change` throws
 */
export async function changeRollout(
  { stores, wake }: Pick<ActingParts, 'stores' | 'wake'>,
  id: string,
  change: (rollout: KeptRollout) => Promise<KeptRollout>,
): Promise<KeptRollout> {
  for (let tries = 1; ; tries++) {
    const changed = await change(await findRollout(stores.rollouts, id));
    if (await stores.rollouts.save(changed)) {
      wake();
      return changed;
    }
    if (tries === TRIES) throw changedMeanwhile(id);
  }
}

/** @throws FlagConflictError where it is in none of the states */
export function refuseUnless(
  { id, state, sentence }: KeptRollout,
  states: Array<KeptRollout['state']>,
  what: string,
): void {
  if (states.includes(state)) return;
  throw new FlagConflictError(
    `The roll-out cannot be ${what}, since it is ${STATES[state]}: ${sentence}`,
    { rollout: id },
  );
}
