import type { DriftKind } from '@sphera/plugin-kubernetes-common';

/** What differs, as the name of a kind of drift. */
export const DRIFT_WORDS: Record<DriftKind, string> = {
  version: 'Version differs',
  behind: 'Behind',
  replicas: 'Outside its bounds',
  resources: 'Resources differ',
  variables: 'Variables differ',
  overwritten: 'Bounds overwritten',
};
