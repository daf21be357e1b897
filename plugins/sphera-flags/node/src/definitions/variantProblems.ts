import type { FlagDefinition, JsonValue } from '@sphera/plugin-flags-common';

const kindOf = (value: JsonValue) => {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
};

const WORDS: Record<string, string> = {
  boolean: 'true or false',
  string: 'a text',
  number: 'a number',
  object: 'an object',
  list: 'a list',
  null: 'null',
};

/** What is wrong with the values of variants: all have to be of one kind, and of one that flagd knows. */
export function variantProblems({
  variants,
  defaultVariant,
}: FlagDefinition): string[] {
  const kinds = Object.entries(variants).map(
    ([variant, value]) => [variant, kindOf(value)] as const,
  );
  const problems = kinds
    .filter(([, kind]) => kind === 'list' || kind === 'null')
    .map(
      ([variant, kind]) =>
        `The value of the variant ${variant} is ${WORDS[kind]}: it must be true or false, a text, a number or an object`,
    );
  const [first] = kinds;
  const other = kinds.find(([, kind]) => kind !== first?.[1]);
  if (problems.length === 0 && other) {
    problems.push(
      `All variants must be of one kind: ${first[0]} is ${
        WORDS[first[1]]
      }, and ${other[0]} is ${WORDS[other[1]]}`,
    );
  }
  if (!Object.hasOwn(variants, defaultVariant)) {
    const names = Object.keys(variants).join(', ');
    problems.push(
      `The default variant ${defaultVariant} is not there: the variants are ${names}`,
    );
  }
  return problems;
}
