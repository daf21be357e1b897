import type { AllowedBounds } from '@sphera/plugin-kubernetes-common';
import type { AutoscalerRecord } from '../fleet/records';
import type { GuardrailRule } from '../settings/KubernetesSettings';
import { GuardedPlace, LimitsInForce, limitsFor } from './guardrails';
import { limitsInWords } from './limitsInWords';

/** What the ranges depend on: an autoscaler's bounds and pods as they are. */
export type Scaled = Pick<AutoscalerRecord, 'min' | 'max' | 'current'>;

/**
 * What the guardrails leave open for one autoscaler as it stands. What already exceeds a
 * limit may stay as it is or come nearer to it; otherwise nobody could mend it in steps.
 */
export function allowedBounds(question: {
  autoscaler: Scaled;
  place: Omit<GuardedPlace, 'owners'>;
  owners: readonly string[];
  rules: readonly GuardrailRule[];
}): AllowedBounds {
  const { autoscaler, place, owners, rules } = question;
  return allowedWithin(limitsFor(rules, { ...place, owners }), autoscaler);
}

/** What limits leave open for one autoscaler as it stands. */
export function allowedWithin(
  limits: LimitsInForce,
  autoscaler: Scaled,
): AllowedBounds {
  return {
    minReplicas: rangeOf(autoscaler.min, limits),
    maxReplicas: rangeOf(
      autoscaler.max,
      limits,
      limits.neverBelowNow?.value ? autoscaler.current : undefined,
    ),
    ...(limits.largestRatio && {
      largestRatio: Math.max(
        limits.largestRatio.value,
        ratioOf(autoscaler.min, autoscaler.max),
      ),
    }),
    limits: limitsInWords(limits, autoscaler),
  };
}

/** How many times the fewest the most is; of none at least, as if it were one. */
export function ratioOf(min: number, max: number): number {
  return max / Math.max(min, 1);
}

function rangeOf(present: number, limits: LimitsInForce, atLeast = 0) {
  const { floor, ceiling, largestStep } = limits;
  const step = largestStep?.value ?? Infinity;
  const from = Math.max(floor?.value ?? 1, atLeast, present - step);
  const to = Math.min(ceiling?.value ?? Infinity, present + step);
  return { from: Math.min(from, present), to: Math.max(to, present) };
}
