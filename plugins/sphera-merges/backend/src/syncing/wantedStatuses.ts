import type { Statuses } from '../adapters/github/GitHub';
import type { MergeSettings } from '../settings/MergeSettings';
import type { KeptRepository } from '../storage/KeptRepository';
import { FROZEN_CONTEXT } from './contexts';
import { statusOf, type Verdict } from './judge';

/** Whether pull requests of a repository get the status that says why they are held. */
export function isTold(
  { known }: Pick<KeptRepository, 'known'>,
  { strategy }: Pick<MergeSettings, 'strategy'>,
): boolean {
  return strategy === 'check' || known.isRequired === true;
}

/** Which statuses a commit is to have, of those that it has. */
export function wantedStatuses(
  verdict: Verdict,
  about: {
    /** See {@link isTold}. */
    isTold: boolean;
    context: string;
    url: string;
    has: Statuses;
  },
): Statuses {
  const { context, url, has } = about;
  const told = statusOf(verdict, url);
  const wanted: Statuses = {};
  if (about.isTold) wanted[context] = told;
  if (verdict.state === 'exempt') wanted[FROZEN_CONTEXT] = told;
  else if (has[FROZEN_CONTEXT]?.state === 'success') {
    // It was exempt once. The next freeze is to hold it again from its first moment.
    wanted[FROZEN_CONTEXT] = {
      state: 'pending',
      description: 'Not exempt from a freeze any more',
      url,
    };
  }
  return wanted;
}

/** Those that GitHub has to be told. */
export function missing(wanted: Statuses, has: Statuses): Statuses {
  return Object.fromEntries(
    Object.entries(wanted).filter(([context, { state, description, url }]) => {
      const found = has[context];
      return (
        found?.state !== state ||
        found.description !== description ||
        found.url !== url
      );
    }),
  );
}
