import type { GuardrailRule } from '../settings/KubernetesSettings';

/** What a rule is asked about: an autoscaler's place and who owns its service. */
export interface GuardedPlace {
  /** Entity ref. */
  service: string;
  environment: string;
  /** Entity refs. */
  owners: readonly string[];
}

const NAMES = [
  'floor',
  'ceiling',
  'largestStep',
  'largestRatio',
  'neverBelowNow',
] as const;

/** A limit in force, with the key that sets it (absent: it is the default). */
export interface Limit<T> {
  value: T;
  setIn?: string;
}

/** Every limit in force somewhere; an absent one is not limited. */
export type LimitsInForce = {
  [Name in (typeof NAMES)[number]]?: Limit<NonNullable<GuardrailRule[Name]>>;
};

const DEFAULTS: LimitsInForce = {
  floor: { value: 1 },
  ceiling: { value: 50 },
  neverBelowNow: { value: true },
};

/**
 * The limits in force somewhere. Every rule that matches counts; each limit is taken from the
 * most specific rule that sets it (service before team before environment, several
 * before one, and of equals the later one), else from the defaults: floor 1, ceiling 50,
 * never below what runs now.
 */
export function limitsFor(
  rules: readonly GuardrailRule[],
  place: GuardedPlace,
): LimitsInForce {
  const matching = rules
    .filter(rule => matches(rule, place))
    .sort((one, other) => weight(one) - weight(other));
  return Object.assign(
    { ...DEFAULTS },
    ...matching.flatMap(rule =>
      NAMES.filter(name => rule[name] !== undefined).map(name => ({
        [name]: { value: rule[name], setIn: `${rule.setIn}.${name}` },
      })),
    ),
  );
}

function matches(rule: GuardrailRule, place: GuardedPlace): boolean {
  const { service, team, environment } = rule;
  return (
    (service === undefined || service === place.service) &&
    (team === undefined || place.owners.includes(team)) &&
    (environment === undefined || environment === place.environment)
  );
}

/** Powers of two, so that a service outweighs team and environment together. */
function weight({ service, team, environment }: GuardrailRule): number {
  return (
    (service === undefined ? 0 : 4) +
    (team === undefined ? 0 : 2) +
    (environment === undefined ? 0 : 1)
  );
}
