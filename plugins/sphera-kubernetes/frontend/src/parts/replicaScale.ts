import type { AllowedBounds } from '@sphera/plugin-kubernetes-common';

/** What is drawn on one line, in pods. */
export interface ReplicaRangeFacts {
  minReplicas: number;
  maxReplicas: number;
  /** Pods now. */
  currentReplicas: number;
  /** Pods that the load calls for. */
  desiredReplicas: number;
  /** What the guardrails leave open; absent: it is not drawn. */
  allowed?: Pick<AllowedBounds, 'minReplicas' | 'maxReplicas'>;
}

// Guardrails that allow thousands of pods must not squeeze the three that run into a dot.
const LONGEST_OUTLOOK = 2;

/**
 * How many pods the whole line stands for: everything that is there, and what
 * would be allowed as far as twice that.
 */
export function scaleEnd(range: ReplicaRangeFacts): number {
  const there = Math.max(
    range.maxReplicas,
    range.currentReplicas,
    range.desiredReplicas,
    1,
  );
  const open = range.allowed?.maxReplicas.to ?? 0;
  return Math.max(there, Math.min(open, there * LONGEST_OUTLOOK));
}

/** Where on a line that ends at `end` pods a number of pods stands, in per cent of its length. */
export function place(pods: number, end: number): number {
  return (Math.min(Math.max(pods, 0), end) / end) * 100;
}
