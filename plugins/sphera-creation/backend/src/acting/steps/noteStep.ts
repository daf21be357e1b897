import type { InputOf } from '@sphera/plugin-operations-common';
import type { noteStep } from '@sphera/plugin-creation-common';
import type { ActingParts } from '../ActingParts';
import { runStep, type StepCall } from '../runStep';

/** Writes down what another capability did. */
export async function note(
  parts: ActingParts,
  call: StepCall & { input: InputOf<typeof noteStep> },
) {
  const { step, state, sentence } = call.input;
  return runStep(parts, call, step, async () => ({
    state,
    sentence,
    made: { isOurs: state === 'done' },
  }));
}
