import type {
  Rollback,
  StepName,
  StepState,
} from '@sphera/plugin-rollback-common';

type Words = Record<'to-do' | 'running' | 'done', string>;

const WORDS: Record<StepName, Words> = {
  commit: { 'to-do': 'Commit', running: 'Committing', done: 'Committed' },
  push: { 'to-do': 'Push', running: 'Pushing', done: 'Pushed' },
  unlock: { 'to-do': 'Unlock', running: 'Unlocking', done: 'Unlocked' },
  sync: { 'to-do': 'Sync', running: 'Syncing', done: 'Synced' },
  'roll-out': {
    'to-do': 'Roll out',
    running: 'Rolling out',
    done: 'Rolled out',
  },
  lock: { 'to-do': 'Lock', running: 'Locking', done: 'Locked' },
};

const THROUGH_PULL_REQUEST: Words = {
  'to-do': 'Merge',
  running: 'In a pull request',
  done: 'Merged',
};

/** A step as people say it: `Push`, `Pushing`, `Pushed`; `Merged` where it goes through a pull request. */
export function stepInWords(
  name: StepName,
  state: StepState,
  { commits }: Pick<Rollback, 'commits'>,
): string {
  const isMerge =
    name === 'push' && commits.some(({ pullRequest }) => pullRequest);
  const words = isMerge ? THROUGH_PULL_REQUEST : WORDS[name];
  return words[state === 'running' || state === 'done' ? state : 'to-do'];
}

/** The state of a step, for who does not see its sign. */
export const STEP_STATE_WORDS: Record<StepState, string> = {
  waiting: 'not yet',
  running: 'under way',
  done: 'done',
  failed: 'failed',
  skipped: 'left out',
};
