import {
  type FlagDefinition,
  type JsonValue,
  rulesOf,
  servedInWords,
} from '@sphera/plugin-flags-common';

const LONGEST_VALUE = 60;
const INDENT = 2;

/** A definition as people read it, line by line: its variants, then who gets what; null: it is not there. */
export function linesOf(definition: FlagDefinition | null): string[] {
  if (!definition) return ['not there'];
  return [...variantLines(definition), ...answerLines(definition)];
}

// Those of a boolean say nothing that "on" and "off" do not.
function variantLines({ variants }: FlagDefinition): string[] {
  return Object.entries(variants)
    .filter(([, value]) => typeof value !== 'boolean')
    .map(([name, value]) => `${name} = ${short(value)}`);
}

function answerLines(definition: FlagDefinition): string[] {
  if (definition.state === 'DISABLED') {
    return ['disabled: applications use the default of their code'];
  }
  const { targeting, defaultVariant } = definition;
  const rules = rulesOf(definition);
  if (!rules) {
    return [
      ...JSON.stringify(targeting, null, INDENT).split('\n'),
      `by default: ${servedInWords(defaultVariant, definition)}`,
    ];
  }
  const rest = rules.rules.length > 0 ? 'everybody else' : 'everybody';
  return [
    ...rules.rules.map(
      ({ attribute, operator, values, serve }) =>
        `${attribute} ${operator} ${values.join(' or ')}: ${servedInWords(
          serve,
          definition,
        )}`,
    ),
    `${rest}: ${servedInWords(rules.otherwise, definition)}`,
  ];
}

function short(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST_VALUE
    ? `${text.slice(0, LONGEST_VALUE)}…`
    : text;
}
