/** What can be wrong with GitHub's REST API, and what its clients see of it. */
export const GITHUB_FAULTS = {
  none: 'it answers',
  down: 'connections are reset',
  slow: 'each answer takes fifteen seconds',
  unauthorized: '401 Bad credentials',
  forbidden: '403 Resource not accessible',
  limited: '403 API rate limit exceeded, for twenty minutes',
  broken: '502, with a page',
  'checks-fail': 'required checks end with a failure',
  'checks-wait': 'required checks never end',
  raced: 'a branch moves while something is merged into it',
} as const;

export type GitHubFault = keyof typeof GITHUB_FAULTS;
