/** What can be wrong with the registry, and what its clients see of it. */
export const REGISTRY_FAULTS = {
  none: 'it answers',
  down: 'connections are reset',
  slow: 'each answer takes fifteen seconds',
  broken: 'each answer is a page with status 503',
  denied: 'no credentials are good',
  busy: 'status 429',
} as const;

export type RegistryFault = keyof typeof REGISTRY_FAULTS;
