/** What can be wrong with Codefresh, and what its clients see of it. */
export const CODEFRESH_FAULTS = {
  none: 'it answers',
  down: 'connections are reset',
  slow: 'each answer takes fifteen seconds',
  unauthorized: 'status 401, as for a token that was revoked',
  broken: 'status 502, with a page',
  lost: 'what is asked is done, and the answer never comes',
} as const;

export type CodefreshFault = keyof typeof CODEFRESH_FAULTS;
