import type { FlagDefinition, JsonValue } from './FlagDefinition';

/** How a rule of the form compares an attribute of the evaluation context. */
export const RULE_OPERATORS = [
  'is',
  'is not',
  'is one of',
  'starts with',
  'ends with',
  'contains',
  'at least version',
] as const;
export type RuleOperator = (typeof RULE_OPERATORS)[number];

/** Who gets what: a variant, or a split of everybody in percent that adds up to 100. */
export type Served = string | Record<string, number>;

/** One row of the form: where the attribute compares, this is served. */
export interface TargetingRule {
  /** Attribute of the evaluation context, like `country`. */
  attribute: string;
  operator: RuleOperator;
  values: string[];
  serve: Served;
}

/** Targeting as people write it: the first rule that matches, else the rest. */
export interface Rules {
  rules: TargetingRule[];
  otherwise: Served;
}

/** Flagd's targeting for the rules; `undefined` where everybody gets the default variant anyway. */
export function targetingOf(
  _rules: Rules,
): Record<string, JsonValue> | undefined {
  throw new Error('not written yet');
}

/** The rules that a definition has; `undefined` where its targeting is more than the form can show. */
export function rulesOf(
  _definition: Pick<FlagDefinition, 'defaultVariant' | 'targeting'>,
): Rules | undefined {
  throw new Error('not written yet');
}
