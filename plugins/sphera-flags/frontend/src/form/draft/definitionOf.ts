import {
  type FlagDefinition,
  type JsonValue,
  type Rules,
  type Served,
  sharesOf,
  soleVariantOf,
  targetingOf,
} from '@sphera/plugin-flags-common';
import type { DefinitionDraft } from './DefinitionDraft';
import { draftProblems } from './draftProblems';
import { valuesOf } from './ruleValues';
import { valueOf } from './variantProblems';

/** The definition that a draft stands for; `undefined` while something is wrong with it. */
export function definitionOf(
  draft: DefinitionDraft,
): FlagDefinition | undefined {
  if (Object.keys(draftProblems(draft)).length > 0) return undefined;
  const { type, isEnabled } = draft;
  return {
    state: isEnabled ? 'ENABLED' : 'DISABLED',
    variants: Object.fromEntries(
      draft.variants.map(({ name, text }) => [
        name,
        valueOf(text, type) as JsonValue,
      ]),
    ),
    ...answersOf(draft),
  };
}

function answersOf(
  draft: DefinitionDraft,
): Pick<FlagDefinition, 'defaultVariant' | 'targeting'> {
  const defaultVariant = nameOf(draft.defaultVariant, draft);
  if (draft.way === 'text') {
    const targeting = draft.text.trim() ? JSON.parse(draft.text) : undefined;
    return { defaultVariant, ...(targeting && { targeting }) };
  }
  const rules = rulesWritten(draft);
  const targeting = targetingOf(rules);
  return {
    defaultVariant: soleVariantOf(rules.otherwise) ?? defaultVariant,
    ...(targeting && { targeting }),
  };
}

function rulesWritten(draft: DefinitionDraft): Rules {
  const { way, everybody, split } = draft;
  if (way !== 'rules') {
    const forAll = way === 'everybody' ? everybody : split;
    return { rules: [], otherwise: named(forAll, draft) };
  }
  return {
    rules: draft.rules.map(({ attribute, operator, values, serve }) => ({
      attribute: attribute.trim(),
      operator,
      values: valuesOf(values),
      serve: named(serve, draft),
    })),
    otherwise: named(draft.otherwise, draft),
  };
}

// By the names of variants; who gets nothing is not named.
function named(served: Served, draft: DefinitionDraft): Served {
  const sole = soleVariantOf(served);
  if (sole !== undefined) return nameOf(sole, draft);
  return Object.fromEntries(
    sharesOf(served as Record<string, number>).map(([key, percent]) => [
      nameOf(key, draft),
      percent,
    ]),
  );
}

function nameOf(key: string, { variants }: DefinitionDraft): string {
  return variants.find(one => one.key === key)?.name ?? '';
}
