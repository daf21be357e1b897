/** What can be wrong with Argo CD, and what its clients see of it. */
export const ARGO_CD_FAULTS = {
  none: 'it answers',
  down: 'connections to its API are reset; its applications are followed as ever',
  slow: 'each answer takes fifteen seconds',
  unauthorized: '401, as for a token that was revoked',
  forbidden: '403 permission denied',
  broken: '502, with a page',
  'sync-fails': 'no sync succeeds',
} as const;

export type ArgoCdFault = keyof typeof ARGO_CD_FAULTS;
