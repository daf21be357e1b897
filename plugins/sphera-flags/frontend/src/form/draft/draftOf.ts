import {
  type FlagDefinition,
  type FlagType,
  type JsonValue,
  type Rules,
  rulesOf,
  type Served,
  variantForAll,
} from '@sphera/plugin-flags-common';
import {
  type DefinitionDraft,
  nextKey,
  type VariantDraft,
  type Way,
} from './DefinitionDraft';
import { SEPARATOR } from './ruleValues';

const INDENT = 2;

/** A definition as a form shows it. */
export function draftOf(
  definition: FlagDefinition,
  type: FlagType,
): DefinitionDraft {
  const { defaultVariant, targeting } = definition;
  const variants = Object.entries(definition.variants).map(
    ([name, value]): VariantDraft => ({
      key: nextKey(),
      name,
      text: textOf(value, type),
    }),
  );
  const rules = fitting(rulesOf(definition));
  const everybody = (rules && variantForAll(rules)) ?? defaultVariant;
  const otherwise = rules?.otherwise ?? defaultVariant;
  return {
    type,
    isEnabled: definition.state === 'ENABLED',
    variants,
    way: wayOf(rules),
    everybody: keyOf(everybody, variants),
    split: splitOf(rules?.rules.length ? everybody : otherwise, variants),
    rules: (rules?.rules ?? []).map(({ values, serve, ...rule }) => ({
      ...rule,
      key: nextKey(),
      values: values.join(SEPARATOR),
      serve: keyed(serve, variants),
    })),
    otherwise: keyed(otherwise, variants),
    text: targeting ? JSON.stringify(targeting, null, INDENT) : '',
    defaultVariant: keyOf(defaultVariant, variants),
  };
}

// Values stand in one line, with commas between them.
function fitting(rules: Rules | undefined): Rules | undefined {
  const values = rules?.rules.flatMap(rule => rule.values) ?? [];
  const fit = (value: string) => value !== '' && !/^\s|\s$|,|\n/.test(value);
  return values.every(fit) ? rules : undefined;
}

function wayOf(rules: Rules | undefined): Way {
  if (!rules) return 'text';
  if (rules.rules.length > 0) return 'rules';
  return variantForAll(rules) === undefined ? 'split' : 'everybody';
}

function keyOf(variant: string, variants: VariantDraft[]): string {
  return variants.find(({ name }) => name === variant)?.key ?? '';
}

function keyed(served: Served, variants: VariantDraft[]): Served {
  if (typeof served === 'string') return keyOf(served, variants);
  return Object.fromEntries(
    Object.entries(served).map(([name, percent]) => [
      keyOf(name, variants),
      percent,
    ]),
  );
}

function splitOf(
  served: Served,
  variants: VariantDraft[],
): Record<string, number> {
  const shares = keyed(
    typeof served === 'string' ? { [served]: 100 } : served,
    variants,
  ) as Record<string, number>;
  const others = variants.filter(({ key }) => !(key in shares));
  // The order of a split decides who gets what: it stays.
  return { ...shares, ...Object.fromEntries(others.map(one => [one.key, 0])) };
}

function textOf(value: JsonValue, type: FlagType): string {
  if (type === 'string' && typeof value === 'string') return value;
  return type === 'object'
    ? JSON.stringify(value, null, INDENT)
    : JSON.stringify(value);
}
