import type { AllowedBounds } from '@sphera/plugin-kubernetes-common';
import { FieldError, GuardrailError } from '@sphera/plugin-operations-node';
import type { Bounds } from '../adapters/ClusterClient';
import { ratioOf, Scaled } from './allowedBounds';
import type { LimitsInForce } from './guardrails';

type BoundName = 'minReplicas' | 'maxReplicas';
const BOUNDS: BoundName[] = ['minReplicas', 'maxReplicas'];

type RangeLimit = 'floor' | 'ceiling' | 'largestStep' | 'neverBelowNow';

const WORDS: Record<
  RangeLimit,
  (question: { autoscaler: Scaled; limits: LimitsInForce }) => string
> = {
  floor: ({ limits }) =>
    `the fewest pods allowed here are ${limits.floor!.value}`,
  ceiling: ({ limits }) =>
    `the most pods allowed here are ${limits.ceiling!.value}`,
  largestStep: ({ limits }) =>
    `a bound may move by at most ${limits.largestStep!.value} at once`,
  neverBelowNow: ({ autoscaler }) =>
    `${autoscaler.current} pods run now, and some of them would be ended at once`,
};

/** @throws FieldError where they contradict each other. */
export function checkOrder({ minReplicas, maxReplicas }: Bounds): void {
  if (minReplicas <= maxReplicas) return;
  throw new FieldError(
    'minReplicas',
    `must not be above maxReplicas: ${minReplicas} is more than ${maxReplicas}`,
  );
}

/** @throws GuardrailError naming the limit that is exceeded, where it is set, and the allowed range. */
export function checkBounds(question: {
  wanted: Bounds;
  autoscaler: Scaled;
  limits: LimitsInForce;
  allowed: AllowedBounds;
}): void {
  const { wanted, limits, allowed } = question;
  for (const field of BOUNDS) {
    const range = allowed[field];
    const value = wanted[field];
    if (value >= range.from && value <= range.to) continue;
    const limit = limitInTheWay(field, question);
    throw beyond(limits, limit, {
      field,
      value,
      allowed: range,
      problem: `cannot be ${value}: ${WORDS[limit](question)}. Allowed now: ${
        range.from
      } to ${range.to}`,
    });
  }
  checkRatio(question);
}

function checkRatio({
  wanted: { minReplicas, maxReplicas },
  limits,
  allowed: { largestRatio, ...allowed },
}: Parameters<typeof checkBounds>[0]) {
  if (
    largestRatio === undefined ||
    ratioOf(minReplicas, maxReplicas) <= largestRatio
  ) {
    return;
  }
  const to = Math.floor(largestRatio * minReplicas);
  const from = Math.min(allowed.maxReplicas.from, to);
  throw beyond(limits, 'largestRatio', {
    field: 'maxReplicas',
    value: maxReplicas,
    allowed: { from, to },
    problem: `cannot be ${maxReplicas}: it may be at most ${rounded(
      largestRatio,
    )} times minReplicas. Allowed with minReplicas ${minReplicas}: ${from} to ${to}`,
  });
}

/** The refusal of a bound; `problem` is the end of a sentence that begins with the field. */
function beyond(
  limits: LimitsInForce,
  limit: keyof LimitsInForce,
  {
    problem,
    ...bound
  }: {
    field: BoundName;
    value: number;
    allowed: { from: number; to: number };
    problem: string;
  },
): GuardrailError {
  return new GuardrailError(`${bound.field} ${problem}`, {
    limit,
    ...settingOf(limits, limit),
    ...bound,
    fields: [{ field: bound.field, message: problem }],
  });
}

/** Of the limits that a value exceeds, the one that leaves the least room. */
function limitInTheWay(
  field: BoundName,
  { wanted, autoscaler, limits }: Parameters<typeof checkBounds>[0],
): RangeLimit {
  const value = wanted[field];
  const present = field === 'minReplicas' ? autoscaler.min : autoscaler.max;
  const { largestStep: step, ceiling } = limits;
  if (value > present) {
    return step && present + step.value < (ceiling?.value ?? Infinity)
      ? 'largestStep'
      : 'ceiling';
  }
  const lowest: Array<[RangeLimit, number]> = [
    ['floor', limits.floor?.value ?? 1],
    ['largestStep', step ? present - step.value : -Infinity],
    [
      'neverBelowNow',
      field === 'maxReplicas' && limits.neverBelowNow?.value
        ? autoscaler.current
        : -Infinity,
    ],
  ];
  return lowest.reduce((tightest, other) =>
    other[1] > tightest[1] ? other : tightest,
  )[0];
}

function settingOf(limits: LimitsInForce, limit: keyof LimitsInForce) {
  const setIn = limits[limit]?.setIn;
  return setIn === undefined ? {} : { setIn };
}

function rounded(ratio: number): number {
  return Math.round(ratio * 100) / 100;
}
