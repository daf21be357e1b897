import type { AllowedBounds } from '@sphera/plugin-kubernetes-common';

/** How few and how many pods an autoscaler may run. */
export interface Bounds {
  minReplicas: number;
  maxReplicas: number;
}

/** What is wrong with each bound, as the end of a sentence that begins with it. */
export type BoundsProblems = Partial<Record<keyof Bounds, string>>;

const FIELDS = ['minReplicas', 'maxReplicas'] as const;

/**
 * What the backend would refuse of these bounds, said while they are still being
 * written; empty: nothing.
 */
export function boundsProblems(
  bounds: Bounds,
  allowed: Pick<AllowedBounds, 'minReplicas' | 'maxReplicas' | 'largestRatio'>,
): BoundsProblems {
  const outside = FIELDS.flatMap(field => {
    const problem = outsideOf(bounds[field], allowed[field]);
    return problem ? [[field, problem]] : [];
  });
  if (outside.length > 0) return Object.fromEntries(outside);
  const { minReplicas, maxReplicas } = bounds;
  if (minReplicas > maxReplicas) {
    return {
      minReplicas: `must not be above the maximum, which is ${maxReplicas}`,
      maxReplicas: `must not be below the minimum, which is ${minReplicas}`,
    };
  }
  return tooFarApart(bounds, allowed);
}

function outsideOf(
  value: number,
  { from, to }: AllowedBounds['minReplicas'],
): string | undefined {
  if (!Number.isInteger(value)) return 'must be a whole number of pods';
  if (value >= from && value <= to) return undefined;
  return `cannot be ${value}. Allowed now: ${from} to ${to}`;
}

function tooFarApart(
  { minReplicas, maxReplicas }: Bounds,
  { largestRatio = Infinity }: Pick<AllowedBounds, 'largestRatio'>,
): BoundsProblems {
  const most = Math.floor(Math.max(minReplicas, 1) * largestRatio);
  if (maxReplicas <= most) return {};
  return {
    maxReplicas: `cannot be ${maxReplicas}: it may be at most ${largestRatio} times the minimum, so ${most}`,
  };
}
