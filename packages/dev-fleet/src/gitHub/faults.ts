/** What can be wrong with GitHub's REST API, and what its clients see of it. */
export const GITHUB_FAULTS = {
  none: 'it answers',
  down: 'connections are reset',
  slow: 'each answer takes fifteen seconds',
  unauthorized: '401 Bad credentials',
  forbidden: '403 Resource not accessible',
  limited: '403 API rate limit exceeded, for twenty minutes',
  'limited-briefly': '403 secondary rate limit, to come back in a minute',
  broken: '502, with a page',
  lost: 'what is asked for is done, and the answer never comes',
  'checks-fail': 'required checks end with a failure',
  'checks-wait': 'required checks never end',
  raced: 'a branch moves while something is merged into it',
  'hooks-lost': 'no webhook arrives, and no delivery is kept',
} as const;

export type GitHubFault = keyof typeof GITHUB_FAULTS;

/** Those that a call does not meet, and so do not count any. */
export const BESIDE_CALLS: readonly GitHubFault[] = [
  'checks-fail',
  'checks-wait',
  'raced',
  'hooks-lost',
];
