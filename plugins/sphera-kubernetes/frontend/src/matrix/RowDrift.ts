import type { ServiceDeployments } from '@sphera/plugin-kubernetes-common';

/** Drift as a row of the matrix carries it. */
export type RowDrift = ServiceDeployments['drift'][number];
