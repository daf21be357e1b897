/** A limit of the infrastructure team on autoscalers, and whom it is for; every field given for whom must match. */
export interface GuardrailRule {
  environment?: string;
  /** Owner: canonical entity ref. */
  team?: string;
  /** Canonical entity ref. */
  service?: string;
  /** The least that minReplicas may be. */
  floor?: number;
  /** The most that maxReplicas may be. */
  ceiling?: number;
  /** How many pods a bound may move at once. */
  largestStep?: number;
  /** maxReplicas may be at most this many times minReplicas. */
  largestRatio?: number;
  /** Whether maxReplicas may not fall below what runs now. */
  neverBelowNow?: boolean;
  /** Key in the configuration: `sphera.kubernetes.guardrails[2]`. */
  setIn: string;
}

/** What the configuration says about this capability. Lengths of time in milliseconds. */
export interface KubernetesSettings {
  /** How long a deployment is left alone after a restart. */
  coolDown: number;
  /** How long an environment may lag behind an earlier one. */
  behindAfter: number;
  /** Whether an environment variable is meant to differ between clusters. */
  ignoresVariable(name: string): boolean;
  guardrails: GuardrailRule[];
  /** The ConfigMap in each cluster from which clusters learn of locks. */
  clusterLocks: { enabled: boolean; namespace: string; name: string };
}
