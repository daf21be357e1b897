import type { Strategy } from '@sphera/plugin-merges-common';
import type { Status } from '../adapters/github/GitHub';
import { FROZEN_CONTEXT } from './contexts';
import { statusOf, type Verdict } from './judge';

/** Statuses by context. */
export type Statuses = Record<string, Status>;

/** Which statuses a commit is to have, of those that it has. */
export function wantedStatuses(
  verdict: Verdict,
  about: {
    strategy: Strategy;
    context: string;
    url: string;
    has: Statuses;
  },
): Statuses {
  const { strategy, context, url, has } = about;
  const told = statusOf(verdict, url);
  const wanted: Statuses = {};
  if (strategy === 'check') wanted[context] = told;
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
