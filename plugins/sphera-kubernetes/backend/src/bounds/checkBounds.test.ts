import type { GuardrailRule } from '../settings/KubernetesSettings';
import { allowedWithin, Scaled } from './allowedBounds';
import { checkBounds, checkOrder } from './checkBounds';
import { limitsFor } from './guardrails';

const SET_IN = 'sphera.kubernetes.guardrails[0]';
const place = {
  service: 'component:default/payments',
  environment: 'production',
  owners: [],
};

/** The refusal of bounds, with all limits of one rule. */
function refusal(
  [minReplicas, maxReplicas]: [number, number],
  rule: Partial<GuardrailRule> = {},
  autoscaler: Scaled = { min: 4, max: 10, current: 6 },
) {
  const limits = limitsFor([{ ...rule, setIn: SET_IN }], place);
  const allowed = allowedWithin(limits, autoscaler);
  try {
    checkBounds({
      wanted: { minReplicas, maxReplicas },
      autoscaler,
      limits,
      allowed,
    });
    return undefined;
  } catch (error: any) {
    expect(error).toMatchObject({ name: 'GuardrailError', statusCode: 422 });
    return { message: error.message, ...error.details };
  }
}

describe('bounds', () => {
  it('pass within the guardrails', () => {
    expect(refusal([1, 50])).toBeUndefined();
    expect(refusal([4, 10], { floor: 20, ceiling: 5 })).toBeUndefined();
  });

  it.each<[string, [number, number], Partial<GuardrailRule>, object]>([
    [
      'above the ceiling',
      [4, 31],
      { ceiling: 30 },
      {
        message:
          'maxReplicas cannot be 31: the most pods allowed here are 30. Allowed now: 6 to 30',
        limit: 'ceiling',
        setIn: `${SET_IN}.ceiling`,
        field: 'maxReplicas',
        value: 31,
        allowed: { from: 6, to: 30 },
      },
    ],
    [
      'below the floor',
      [1, 10],
      { floor: 2 },
      {
        message:
          'minReplicas cannot be 1: the fewest pods allowed here are 2. Allowed now: 2 to 50',
        limit: 'floor',
        setIn: `${SET_IN}.floor`,
      },
    ],
    [
      'further away than one step',
      [4, 14],
      { largestStep: 3 },
      {
        message:
          'maxReplicas cannot be 14: a bound may move by at most 3 at once. Allowed now: 7 to 13',
        limit: 'largestStep',
      },
    ],
    [
      'below what runs now',
      [4, 5],
      {},
      {
        message:
          'maxReplicas cannot be 5: 6 pods run now, and some of them would be ended at once. Allowed now: 6 to 50',
        limit: 'neverBelowNow',
        field: 'maxReplicas',
      },
    ],
    [
      'further apart than the ratio',
      [2, 9],
      { largestRatio: 3 },
      {
        message:
          'maxReplicas cannot be 9: it may be at most 3 times minReplicas. Allowed with minReplicas 2: 6 to 6',
        limit: 'largestRatio',
        setIn: `${SET_IN}.largestRatio`,
        allowed: { from: 6, to: 6 },
      },
    ],
  ])('are refused %s', (_, wanted, rule, expected) => {
    expect(refusal(wanted, rule)).toMatchObject(expected);
  });

  it('carry no key where the limit is a default', () => {
    expect(refusal([4, 51])).not.toHaveProperty('setIn');
  });

  it('contradict each other where the fewest are more than the most', () => {
    expect(() => checkOrder({ minReplicas: 5, maxReplicas: 4 })).toThrow(
      'minReplicas must not be above maxReplicas: 5 is more than 4',
    );
    expect(() => checkOrder({ minReplicas: 4, maxReplicas: 4 })).not.toThrow();
  });
});
