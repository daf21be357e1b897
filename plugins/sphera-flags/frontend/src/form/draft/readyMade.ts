import type { FlagType } from '@sphera/plugin-flags-common';
import {
  type DefinitionDraft,
  nextKey,
  type VariantDraft,
} from './DefinitionDraft';

const FIRST_VARIANTS: Record<FlagType, [name: string, text: string][]> = {
  boolean: [
    ['on', 'true'],
    ['off', 'false'],
  ],
  string: [
    ['old', 'old'],
    ['new', 'new'],
  ],
  number: [
    ['few', '10'],
    ['many', '100'],
  ],
  object: [
    ['old', '{}'],
    ['new', '{}'],
  ],
};

const FIRST_DEFAULT: Record<FlagType, string> = {
  boolean: 'off',
  string: 'old',
  number: 'few',
  object: 'old',
};

/** A new flag as its form starts: nobody gets anything new. */
export function readyMade(type: FlagType): DefinitionDraft {
  const variants = FIRST_VARIANTS[type].map(
    ([name, text]): VariantDraft => ({ key: nextKey(), name, text }),
  );
  const isFirst = ({ name }: VariantDraft) => name === FIRST_DEFAULT[type];
  const first = variants.find(isFirst)?.key ?? '';
  return {
    type,
    isEnabled: true,
    variants,
    way: 'everybody',
    everybody: first,
    split: Object.fromEntries(
      variants.map(one => [one.key, isFirst(one) ? 100 : 0]),
    ),
    rules: [],
    otherwise: first,
    text: '',
    defaultVariant: first,
  };
}
