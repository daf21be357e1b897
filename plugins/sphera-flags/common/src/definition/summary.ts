import type { FlagDefinition } from './FlagDefinition';
import { rulesOf, variantForAll } from './rules';
import { type Served, sharesOf } from './served';

/** What a definition comes to, in few words, for a cell of a table. */
export interface DefinitionSummary {
  /** `variant`: everybody the same; `split`: by percentage; `rules`: it depends on who asks. */
  kind: 'variant' | 'split' | 'rules' | 'disabled';
  /** `on`, `25 % on`, `rules`, `disabled` */
  text: string;
  /** Whether everybody gets the same variant and it is a boolean: which. */
  isOn?: boolean;
}

/** Says what a definition comes to. */
export function summaryOf(definition: FlagDefinition): DefinitionSummary {
  if (definition.state === 'DISABLED') {
    return { kind: 'disabled', text: 'disabled' };
  }
  const rules = rulesOf(definition);
  if (!rules || rules.rules.length > 0) return { kind: 'rules', text: 'rules' };
  const variant = variantForAll(rules);
  if (variant === undefined) {
    return { kind: 'split', text: servedInWords(rules.otherwise, definition) };
  }
  const value = definition.variants[variant];
  return {
    kind: 'variant',
    text: wordOf(variant, definition),
    ...(typeof value === 'boolean' && { isOn: value }),
  };
}

/** What is served in few words: `on`, `25 % on`, `50 % blue, 50 % red`. */
export function servedInWords(
  served: Served,
  definition: Pick<FlagDefinition, 'variants'>,
): string {
  if (typeof served === 'string') return wordOf(served, definition);
  const byWord = new Map<string, number>();
  for (const [variant, percent] of sharesOf(served)) {
    const word = wordOf(variant, definition);
    byWord.set(word, (byWord.get(word) ?? 0) + percent);
  }
  if (byWord.size === 1) return [...byWord.keys()][0];
  const on = byWord.get('on');
  if (on !== undefined && byWord.has('off')) return `${on} % on`;
  return [...byWord]
    .map(([word, percent]) => `${percent} % ${word}`)
    .join(', ');
}

// A boolean is on or off, whatever its variants are called.
function wordOf(
  variant: string,
  { variants }: Pick<FlagDefinition, 'variants'>,
): string {
  const value = variants[variant];
  if (typeof value !== 'boolean') return variant;
  return value ? 'on' : 'off';
}
