import type { JsonValue } from './FlagDefinition';
import { operandsOf } from './served';

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

/** What a rule asks of an attribute. */
export interface Condition {
  /** Attribute of the evaluation context, like `country`. */
  attribute: string;
  operator: RuleOperator;
  /**
   * One at least; exactly one for `is` and `at least version`. With several, one of them has to match, and for `is not`
   * none may.
   */
  values: string[];
}

type Logic = Record<string, JsonValue>;

/** Comparisons of a text with a text, where several values are several of them. */
const COMPARISONS: Partial<
  Record<
    RuleOperator,
    {
      logicOf(attribute: Logic, value: string): Logic;
      readFrom(logic: JsonValue): [JsonValue, JsonValue] | undefined;
    }
  >
> = {
  'starts with': {
    logicOf: (attribute, value) => ({ starts_with: [attribute, value] }),
    readFrom: logic => pair(operandsOf(logic, 'starts_with')),
  },
  'ends with': {
    logicOf: (attribute, value) => ({ ends_with: [attribute, value] }),
    readFrom: logic => pair(operandsOf(logic, 'ends_with')),
  },
  contains: {
    logicOf: (attribute, value) => ({ in: [value, attribute] }),
    readFrom: logic => {
      const [value, attribute] = pair(operandsOf(logic, 'in')) ?? [];
      return value === undefined || attribute === undefined
        ? undefined
        : [attribute, value];
    },
  },
  'at least version': {
    logicOf: (attribute, value) => ({ sem_ver: [attribute, '>=', value] }),
    readFrom: logic => {
      const [attribute, how, value, ...more] =
        operandsOf(logic, 'sem_ver') ?? [];
      return how === '>=' && value !== undefined && more.length === 0
        ? [attribute, value]
        : undefined;
    },
  },
};

/** The JsonLogic that asks what a condition asks. */
export function conditionLogicOf(condition: Condition): Logic {
  const { operator, values } = condition;
  const attribute = { var: condition.attribute };
  const comparison = COMPARISONS[operator];
  if (comparison) {
    const each = values.map(value => comparison.logicOf(attribute, value));
    return each.length === 1 ? each[0] : { or: each };
  }
  const literals = values.flatMap(literalsOf);
  const isPlain = literals.length === 1;
  if (operator === 'is not') {
    return isPlain
      ? { '!=': [attribute, literals[0]] }
      : { '!': [{ in: [attribute, literals] }] };
  }
  return isPlain
    ? { '==': [attribute, literals[0]] }
    : { in: [attribute, literals] };
}

/** The condition that such a logic asks; `undefined` where it is another. */
export function conditionOf(logic: JsonValue): Condition | undefined {
  return equalityOf(logic) ?? comparisonOf(logic);
}

// Applications send numbers and truth values as such, or as text: either is meant.
function literalsOf(value: string): JsonValue[] {
  if (value === 'true' || value === 'false') return [value, value === 'true'];
  const number = Number(value);
  return String(number) === value && Number.isFinite(number)
    ? [value, number]
    : [value];
}

function equalityOf(logic: JsonValue): Condition | undefined {
  const negated = operandsOf(logic, '!');
  const isNot = Boolean(negated) || Boolean(operandsOf(logic, '!='));
  const inside = negated?.length === 1 ? negated[0] : logic;
  const plain = operandsOf(logic, isNot ? '!=' : '==');
  const [variable, found, ...more] = plain ?? operandsOf(inside, 'in') ?? [];
  const attribute = attributeOf(variable);
  if (!attribute || found === undefined || more.length > 0) return undefined;
  const values = plain ? [found] : found;
  if (!Array.isArray(values)) return undefined;
  const texts = values.filter(one => typeof one === 'string') as string[];
  const single = isNot ? 'is not' : 'is';
  const several = isNot ? 'is not' : 'is one of';
  const condition: Condition = {
    attribute,
    operator: texts.length === 1 ? single : several,
    values: texts,
  };
  return texts.length > 0 && isSame(conditionLogicOf(condition), logic)
    ? condition
    : undefined;
}

function comparisonOf(logic: JsonValue): Condition | undefined {
  const parts = operandsOf(logic, 'or') ?? [logic];
  const operator = RULE_OPERATORS.find(
    one => parts.length > 0 && COMPARISONS[one]?.readFrom(parts[0]),
  );
  if (!operator) return undefined;
  const pairs = parts.map(part => COMPARISONS[operator]?.readFrom(part));
  const attribute = attributeOf(pairs[0]?.[0]);
  const values = pairs.flatMap(one =>
    typeof one?.[1] === 'string' ? one[1] : [],
  );
  if (!attribute) return undefined;
  const condition: Condition = { attribute, operator, values };
  const isOne = operator !== 'at least version' || values.length === 1;
  return isOne &&
    values.length > 0 &&
    isSame(conditionLogicOf(condition), logic)
    ? condition
    : undefined;
}

function attributeOf(logic: JsonValue | undefined): string | undefined {
  if (typeof logic !== 'object' || logic === null || Array.isArray(logic)) {
    return undefined;
  }
  return typeof logic.var === 'string' ? logic.var || undefined : undefined;
}

function pair(
  operands: JsonValue[] | undefined,
): [JsonValue, JsonValue] | undefined {
  return operands?.length === 2 ? [operands[0], operands[1]] : undefined;
}

// All of what is read is written again alike: an expression that is not, is more than a rule can say.
function isSame(written: JsonValue, read: JsonValue): boolean {
  return JSON.stringify(written) === JSON.stringify(read);
}
