import type {
  FlagType,
  RuleOperator,
  Served,
} from '@sphera/plugin-flags-common';

/** One variant as it is written. */
export interface VariantDraft {
  /** Of this row of the form. */
  key: string;
  name: string;
  /** Its value as text: `true`, `12`, `{"rows": 3}`; of a string flag the string itself. */
  text: string;
}

/** One rule as it is written. */
export interface RuleDraft {
  key: string;
  attribute: string;
  operator: RuleOperator;
  /** Values with commas between them. */
  values: string;
  serve: Served;
}

/** How one says who gets what: `text` is JsonLogic, for experts. */
export const WAYS = ['everybody', 'split', 'rules', 'text'] as const;
export type Way = (typeof WAYS)[number];

/**
 * A definition as it is written in a form. What other ways say is kept, so that one can look at them and come back.
 * Variants are told by the key of their row, here and in {@link Served}: their names may be changed.
 */
export interface DefinitionDraft {
  type: FlagType;
  isEnabled: boolean;
  variants: VariantDraft[];
  way: Way;
  everybody: string;
  /** Percent by variant; NaN: nothing is written. */
  split: Record<string, number>;
  rules: RuleDraft[];
  otherwise: Served;
  /** Targeting as JSON. */
  text: string;
  /** What everybody gets whom targeting says nothing about. */
  defaultVariant: string;
}

let keys = 0;

/** A key for a new row of a form. */
export function nextKey(): string {
  keys += 1;
  return `row-${keys}`;
}
