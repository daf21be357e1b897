import type { ServiceNeed } from '@sphera/plugin-creation-common';

/** What comes with a password, which is a secret; the template of microservices has the same ones. */
export const NEEDS_WITH_PASSWORD: ServiceNeed[] = [
  'database',
  'cache',
  'topics',
];
