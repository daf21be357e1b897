import { type Condition, conditionLogicOf, conditionOf } from './conditions';
import type { FlagDefinition, JsonValue } from './FlagDefinition';
import {
  operandsOf,
  type Served,
  servedLogicOf,
  servedOf,
  soleVariantOf,
} from './served';

/** One row of the form: where the attribute compares, this is served. */
export interface TargetingRule extends Condition {
  serve: Served;
}

/** Targeting as people write it: the first rule that matches, else the rest. */
export interface Rules {
  rules: TargetingRule[];
  otherwise: Served;
}

/**
 * Flagd's targeting for the rules; `undefined` where everybody gets one variant, which then has to be the default
 * variant ({@link soleVariantOf}).
 */
export function targetingOf(
  rules: Rules,
): Record<string, JsonValue> | undefined {
  const otherwise = servedLogicOf(rules.otherwise);
  if (rules.rules.length > 0) {
    const branches = rules.rules.flatMap<JsonValue>(rule => [
      conditionLogicOf(rule),
      servedLogicOf(rule.serve),
    ]);
    return { if: [...branches, otherwise] };
  }
  return typeof otherwise === 'string' ? undefined : otherwise;
}

/**
 * The rules that a definition has; `undefined` where its targeting is more than the form can show. What they become with
 * {@link targetingOf} answers everybody alike.
 */
export function rulesOf(
  definition: Pick<FlagDefinition, 'defaultVariant' | 'targeting'>,
): Rules | undefined {
  const { defaultVariant, targeting = {} } = definition;
  if (Object.keys(targeting).length === 0) {
    return { rules: [], otherwise: defaultVariant };
  }
  const split = servedOf(targeting);
  if (split) return { rules: [], otherwise: split };
  const branches = operandsOf(targeting, 'if');
  return branches && chainOf(branches, defaultVariant);
}

function chainOf(
  branches: JsonValue[],
  defaultVariant: string,
): Rules | undefined {
  const pairs = Math.floor(branches.length / 2);
  const hasElse = branches.length % 2 === 1;
  // Null, like nothing, means the default variant.
  const last = hasElse ? branches[pairs * 2] ?? defaultVariant : defaultVariant;
  const otherwise = servedOf(last);
  const rules = Array.from({ length: pairs }, (_, at) =>
    ruleOf(branches[at * 2], branches[at * 2 + 1]),
  );
  const isAll = rules.every((rule): rule is TargetingRule => Boolean(rule));
  return pairs > 0 && isAll && otherwise !== undefined
    ? { rules, otherwise }
    : undefined;
}

function ruleOf(when: JsonValue, then: JsonValue): TargetingRule | undefined {
  const condition = conditionOf(when);
  const serve = servedOf(then);
  return condition && serve !== undefined ? { ...condition, serve } : undefined;
}

/** Whether everybody gets the same by the rules, whoever asks: the variant. */
export function variantForAll({ rules, otherwise }: Rules): string | undefined {
  return rules.length === 0 ? soleVariantOf(otherwise) : undefined;
}
