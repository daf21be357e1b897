import type {
  Creation,
  CreationStepState,
} from '@sphera/plugin-creation-common';

/** How a creation stands, as people say it. */
export const CREATION_STATE_WORDS: Record<Creation['state'], string> = {
  running: 'under way',
  stopped: 'stopped',
  done: 'done',
  undoing: 'being taken back',
  undone: 'taken back',
};

/** How a step stands, for who does not see its sign. */
export const STEP_STATE_WORDS: Record<CreationStepState['state'], string> = {
  waiting: 'not yet',
  running: 'under way',
  done: 'done',
  skipped: 'left out',
  failed: 'failed',
  undone: 'taken back',
};
