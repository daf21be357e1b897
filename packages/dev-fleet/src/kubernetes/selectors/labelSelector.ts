import type { LabelSelector } from '../objects';
import { badRequest } from '../StatusError';

type Labels = Record<string, string>;

/** Whether something with these labels is meant. */
export type LabelTest = (labels: Labels | undefined) => boolean;

/** A condition of the written form, with the parts that its values are in. */
const FORMS: Array<[RegExp, (...parts: string[]) => LabelTest]> = [
  [/^([^\s!=(),]+)\s+in\s+\(([^)]*)\)$/, (key, values) => isIn(key, values)],
  [
    /^([^\s!=(),]+)\s+notin\s+\(([^)]*)\)$/,
    (key, values) => {
      const inside = isIn(key, values);
      return labels => !inside(labels);
    },
  ],
  [
    /^([^\s!=(),]+)\s*!=\s*([^\s!=(),]*)$/,
    (key, value) => labels => labels?.[key] !== value,
  ],
  [
    /^([^\s!=(),]+)\s*==?\s*([^\s!=(),]*)$/,
    (key, value) => labels => labels?.[key] === value,
  ],
  [/^!\s*([^\s!=(),]+)$/, key => labels => labels?.[key] === undefined],
  [/^([^\s!=(),]+)$/, key => labels => labels?.[key] !== undefined],
];

function isIn(key: string, values: string): LabelTest {
  const wanted = values.split(',').map(value => value.trim());
  return labels => labels?.[key] !== undefined && wanted.includes(labels[key]);
}

/**
 * The written form, `app=quotes,tier in (a,b),!old`.
 *
 * @throws StatusError 400 if it is none
 */
export function parseLabelSelector(text: string): LabelTest {
  // Commas inside parentheses separate values, not conditions.
  const conditions = text
    .split(/,(?![^(]*\))/)
    .map(part => part.trim())
    .filter(Boolean);
  const tests = conditions.map(condition => {
    for (const [form, test] of FORMS) {
      const match = form.exec(condition);
      if (match) return test(...match.slice(1));
    }
    throw badRequest(
      `unable to parse requirement: found '${condition}', expected: label selector`,
    );
  });
  return labels => tests.every(test => test(labels));
}

/** The form inside of objects; one without conditions means everything. */
export function labelSelectorTest(selector: LabelSelector = {}): LabelTest {
  const equal = Object.entries(selector.matchLabels ?? {});
  const expressions = selector.matchExpressions ?? [];
  return labels =>
    equal.every(([key, value]) => labels?.[key] === value) &&
    expressions.every(({ key, operator, values = [] }) => {
      const value = labels?.[key];
      if (operator === 'Exists') return value !== undefined;
      if (operator === 'DoesNotExist') return value === undefined;
      const among = value !== undefined && values.includes(value);
      return operator === 'In' ? among : !among;
    });
}

/** The written form of one inside an object, as the scale subresource gives it. */
export function writtenSelector(selector: LabelSelector): string {
  return [
    ...Object.entries(selector.matchLabels ?? {}).map(
      ([key, value]) => `${key}=${value}`,
    ),
    ...(selector.matchExpressions ?? []).map(writtenExpression),
  ].join(',');
}

function writtenExpression({
  key,
  operator,
  values = [],
}: NonNullable<LabelSelector['matchExpressions']>[number]): string {
  if (operator === 'Exists') return key;
  if (operator === 'DoesNotExist') return `!${key}`;
  return `${key} ${operator.toLowerCase()} (${values.join(',')})`;
}
