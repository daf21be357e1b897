import type {
  CoveringFreeze,
  HeldPullRequest,
  HoldWithPullRequests,
} from '@sphera/plugin-merges-common';

const agoMs = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString();

/** A freeze of everything, by Dana, an hour ago. */
export function freeze(fields: Partial<CoveringFreeze> = {}): CoveringFreeze {
  return {
    id: 'freeze-1',
    reason: 'Release cut',
    placedBy: 'user:default/dana',
    placedAt: agoMs(60),
    ...fields,
  };
}

/** A pull request that nothing holds. */
export function pullRequest(
  number: number,
  fields: Partial<HeldPullRequest> = {},
): HeldPullRequest {
  return {
    number,
    title: 'Round prices up',
    author: 'mei-lin',
    url: `https://git.example/company/quotes/pull/${number}`,
    updatedAt: agoMs(5),
    state: 'free',
    sentence: 'Merges are open',
    ...fields,
  };
}

/** The repository of quotes, open, without a pull request. */
export function hold(
  fields: Partial<HoldWithPullRequests> = {},
): HoldWithPullRequests {
  return {
    repository: 'company/quotes',
    url: 'https://git.example/company/quotes',
    services: ['component:default/quotes'],
    wanted: 'open',
    state: 'open',
    strategy: 'check',
    freezes: [],
    pullRequests: { open: 0, held: 0, exempt: 0 },
    checkedAt: agoMs(2),
    defaultBranch: 'main',
    items: [],
    limit: 100,
    ...fields,
  };
}

/** The same while it is frozen, with one pull request that is held and one that is exempt. */
export function frozen(
  fields: Partial<HoldWithPullRequests> = {},
): HoldWithPullRequests {
  return hold({
    wanted: 'frozen',
    state: 'frozen',
    since: agoMs(60),
    freezes: [freeze()],
    pullRequests: { open: 2, held: 1, exempt: 1 },
    items: [
      pullRequest(7, {
        state: 'held',
        sentence: 'Merges are frozen: Release cut',
      }),
      pullRequest(5, {
        title: 'Mend the outage',
        state: 'exempt',
        sentence: 'Exempt from the freeze: noor-haddad',
        exemptedBy: 'noor-haddad',
      }),
    ],
    ...fields,
  });
}
