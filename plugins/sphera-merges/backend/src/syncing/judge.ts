import type { PullRequestState } from '@sphera/plugin-merges-common';
import type { Status } from '../adapters/github/GitHub';
import type { KeptRepository } from '../storage/KeptRepository';

/** GitHub takes no longer descriptions. */
const LONGEST = 140;

/** What is to be said of a pull request. */
export interface Verdict {
  state: Exclude<PullRequestState, 'changing'>;
  /** What GitHub shows at it. */
  sentence: string;
  /** Login, where the label of somebody counts. */
  exemptedBy?: string;
}

/** Who put the label of exemption on, and whether that counts. */
export interface Labelled {
  /** `undefined`: GitHub does not say. */
  by?: string;
  counts: boolean;
}

/** Whether a pull request is held, and why. */
export function judge(
  { wanted, freezes: [freeze] }: Pick<KeptRepository, 'wanted' | 'freezes'>,
  labelled: Labelled | undefined,
): Verdict {
  if (wanted === 'open') {
    return { state: 'free', sentence: 'Merges are not frozen' };
  }
  if (labelled?.counts && labelled.by) {
    return {
      state: 'exempt',
      sentence: `Exempt from the freeze: ${labelled.by}`,
      exemptedBy: labelled.by,
    };
  }
  const reason = onOneLine(freeze.reason);
  const who = labelled?.by ?? 'somebody';
  return {
    state: 'held',
    sentence: shortened(
      labelled
        ? `Merges are frozen, and the label of ${who} does not exempt: ${reason}`
        : `Merges are frozen: ${reason}`,
    ),
  };
}

/**
 * What is to be said of a commit that several pull requests have: it has one status for all of them, so that it is
 * exempt where each of them is.
 */
export function judgeTogether(
  { freezes: [freeze] }: Pick<KeptRepository, 'freezes'>,
  judged: ReadonlyArray<{ number: number; verdict: Verdict }>,
): Verdict {
  const held = judged.find(({ verdict }) => verdict.state === 'held');
  const exempt = judged.find(({ verdict }) => verdict.state === 'exempt');
  if (!held || !exempt) return judged[0].verdict;
  return {
    state: 'held',
    sentence: shortened(
      `Merges are frozen, and #${
        held.number
      } of the same commit is not exempt: ${onOneLine(freeze.reason)}`,
    ),
  };
}

/** What GitHub is to be told by the status. */
export function statusOf(
  { state, sentence }: Pick<Verdict, 'state' | 'sentence'>,
  url: string,
): Status {
  return {
    state: state === 'held' ? 'failure' : 'success',
    description: sentence,
    url,
  };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function shortened(sentence: string): string {
  return sentence.length <= LONGEST
    ? sentence
    : `${sentence.slice(0, LONGEST - 1).trimEnd()}…`;
}
