import type { GuardrailRule } from '../settings/KubernetesSettings';
import { allowedBounds, Scaled } from './allowedBounds';

const PAYMENTS = 'component:default/payments';
const CHECKOUT = 'group:default/checkout';
const rules = (...all: Partial<GuardrailRule>[]): GuardrailRule[] =>
  all.map((rule, index) => ({
    ...rule,
    setIn: `sphera.kubernetes.guardrails[${index}]`,
  }));

const allowed = (
  autoscaler: Scaled,
  inForce: GuardrailRule[] = [],
  environment = 'production',
) =>
  allowedBounds({
    autoscaler,
    place: { service: PAYMENTS, environment },
    owners: [CHECKOUT],
    rules: inForce,
  });

describe('the allowed bounds', () => {
  it('are 1 to 50 and never below what runs now, unless a rule says otherwise', () => {
    expect(allowed({ min: 2, max: 6, current: 4 })).toEqual({
      minReplicas: { from: 1, to: 50 },
      maxReplicas: { from: 4, to: 50 },
      limits: [
        'At least 1 pod (the default)',
        'At most 50 pods (the default)',
        'maxReplicas stays at or above the 4 pods that run now (the default)',
      ],
    });
  });

  it('take each limit from the most specific rule that sets it', () => {
    const inForce = rules(
      { floor: 2, ceiling: 20, largestStep: 10 },
      { environment: 'production', ceiling: 30 },
      { team: CHECKOUT, ceiling: 25 },
      { team: CHECKOUT, environment: 'production', ceiling: 28 },
      { service: PAYMENTS, neverBelowNow: false },
      { service: 'component:default/search', ceiling: 99 },
      { environment: 'staging', floor: 1 },
    );
    const { limits } = allowed({ min: 5, max: 9, current: 7 }, inForce);
    expect(limits).toEqual([
      'At least 2 pods (sphera.kubernetes.guardrails[0].floor)',
      'At most 28 pods (sphera.kubernetes.guardrails[3].ceiling)',
      'Either bound moves by at most 10 pods at once (sphera.kubernetes.guardrails[0].largestStep)',
    ]);
    expect(
      allowed({ min: 5, max: 9, current: 7 }, inForce, 'staging').limits,
    ).toContain('At most 25 pods (sphera.kubernetes.guardrails[2].ceiling)');
  });

  it('put a service before its team and environment together', () => {
    const inForce = rules(
      { service: PAYMENTS, ceiling: 12 },
      { team: CHECKOUT, environment: 'production', ceiling: 40 },
    );
    expect(
      allowed({ min: 1, max: 2, current: 1 }, inForce).maxReplicas.to,
    ).toBe(12);
  });

  it('take the later one of two rules that are equally specific', () => {
    const inForce = rules({ ceiling: 12 }, { ceiling: 14 });
    expect(
      allowed({ min: 1, max: 2, current: 1 }, inForce).maxReplicas.to,
    ).toBe(14);
  });

  it('move by steps', () => {
    expect(
      allowed({ min: 4, max: 10, current: 5 }, rules({ largestStep: 2 })),
    ).toMatchObject({
      minReplicas: { from: 2, to: 6 },
      maxReplicas: { from: 8, to: 12 },
    });
  });

  it('let stay or come nearer what already exceeds a limit', () => {
    expect(
      allowed(
        { min: 1, max: 80, current: 60 },
        rules({ floor: 2, ceiling: 50, largestStep: 5 }),
      ),
    ).toMatchObject({
      minReplicas: { from: 1, to: 6 },
      maxReplicas: { from: 75, to: 80 },
    });
    expect(
      allowed({ min: 1, max: 9, current: 3 }, rules({ largestRatio: 4 })),
    ).toMatchObject({ largestRatio: 9 });
  });
});
