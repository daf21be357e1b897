import type {
  Creation,
  CreationStepState,
} from '@sphera/plugin-creation-common';

// A step that failed, or is under way, may have made something already.
const MAY_HAVE_MADE: CreationStepState['state'][] = [
  'done',
  'failed',
  'running',
];

/** The steps that undoing a creation takes back, in the order in which it does. */
export function takenBack({ steps }: Pick<Creation, 'steps'>) {
  return steps.filter(({ state }) => MAY_HAVE_MADE.includes(state)).reverse();
}
