import type { Hold, HoldState, Strategy } from '@sphera/plugin-merges-common';

/** The state of a repository, in a word or two. */
export const HOLD_STATE_WORDS: Record<HoldState, string> = {
  open: 'open',
  frozen: 'frozen',
  changing: 'changing',
  failed: 'failed',
  unenforced: 'not enforced',
};

/** How GitHub is told. */
export const STRATEGY_WORDS: Record<Strategy, string> = {
  check: 'GitHub is told by a status on each open pull request',
  ruleset: 'GitHub is told by one ruleset for the whole organization',
};

/** What a state means for whoever wants to merge; without full stop. */
export function meaningOf({
  state,
  wanted,
}: Pick<Hold, 'state' | 'wanted'>): string {
  const refuses = wanted === 'frozen';
  switch (state) {
    case 'open':
      return 'GitHub takes merges';
    case 'frozen':
      return 'GitHub refuses merges';
    case 'changing':
      return refuses
        ? 'GitHub is being told to refuse merges'
        : 'GitHub is being told to take merges again';
    case 'failed':
      return refuses
        ? 'GitHub should refuse merges, but could not be told'
        : 'GitHub should take merges again, but could not be told';
    default:
      return refuses
        ? 'GitHub shows that merges are frozen, but would merge all the same'
        : 'GitHub takes merges, also during a freeze';
  }
}
