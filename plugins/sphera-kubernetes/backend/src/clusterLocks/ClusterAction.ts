/**
 * What a cluster can refuse, of all that a lock can hold back. It cannot tell a
 * rollback from a deploy, and has no merges.
 */
export const CLUSTER_ACTIONS = ['deploy', 'restart', 'scale'] as const;

/** One thing that a cluster can refuse. */
export type ClusterAction = (typeof CLUSTER_ACTIONS)[number];
