import {
  type FlagType,
  type JsonValue,
  variantField,
} from '@sphera/plugin-flags-common';
import type { VariantDraft } from './DefinitionDraft';
import type { Problems } from './Problems';

const IS_OF: Record<FlagType, (value: JsonValue) => boolean> = {
  boolean: value => typeof value === 'boolean',
  string: value => typeof value === 'string',
  number: value => typeof value === 'number' && Number.isFinite(value),
  object: value =>
    typeof value === 'object' && value !== null && !Array.isArray(value),
};

/** The value that a variant's text stands for; `undefined` where it stands for none. */
export function valueOf(text: string, type: FlagType): JsonValue | undefined {
  if (type === 'string') return text;
  try {
    const value: JsonValue = JSON.parse(text);
    return IS_OF[type](value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const WRONG_VALUE: Record<FlagType, string> = {
  boolean: 'Must be true or false.',
  string: 'Must be a text.',
  number: 'Must be a number, like 12 or 0.5.',
  object: 'Must be a JSON object, like {"rows": 3}.',
};

/** What is wrong with variants, by `<key of the row>.name` and `<key of the row>.value`. */
export function variantProblems(
  variants: VariantDraft[],
  type: FlagType,
): Problems {
  const problems: Problems = {};
  const seen = new Set<string>();
  for (const { key, name, text } of variants) {
    const named = variantField.safeParse(name);
    if (!named.success) problems[`${key}.name`] = sentenceOf(name, named.error);
    else if (seen.has(name)) {
      problems[`${key}.name`] = 'There is a variant of this name already.';
    }
    seen.add(name);
    if (valueOf(text, type) === undefined) {
      problems[`${key}.value`] = WRONG_VALUE[type];
    }
  }
  return problems;
}

function sentenceOf(
  name: string,
  error: { issues: { message: string }[] },
): string {
  if (!name) return 'A name is missing.';
  const { message } = error.issues[0];
  return `It ${message}.`;
}
