import type { Served } from '@sphera/plugin-flags-common';
import { type DefinitionDraft, nextKey } from './DefinitionDraft';

/** The draft with one variant more. */
export function withVariant(draft: DefinitionDraft): DefinitionDraft {
  const key = nextKey();
  const added = {
    key,
    name: '',
    text: draft.type === 'object' ? '{}' : '',
  };
  const also = (served: Served): Served =>
    typeof served === 'string' ? served : { ...served, [key]: 0 };
  return {
    ...everyServed(draft, also),
    variants: [...draft.variants, added],
  };
}

/** The draft without a variant; who got it has to be told what they get instead. */
export function withoutVariant(
  draft: DefinitionDraft,
  key: string,
): DefinitionDraft {
  const left = (served: Served): Served => {
    if (typeof served === 'string') return served === key ? '' : served;
    const { [key]: gone, ...others } = served;
    return others;
  };
  return {
    ...everyServed(draft, left),
    variants: draft.variants.filter(one => one.key !== key),
  };
}

function everyServed(
  draft: DefinitionDraft,
  change: (served: Served) => Served,
): DefinitionDraft {
  return {
    ...draft,
    everybody: change(draft.everybody) as string,
    split: change(draft.split) as Record<string, number>,
    rules: draft.rules.map(rule => ({ ...rule, serve: change(rule.serve) })),
    otherwise: change(draft.otherwise),
    defaultVariant: change(draft.defaultVariant) as string,
  };
}
