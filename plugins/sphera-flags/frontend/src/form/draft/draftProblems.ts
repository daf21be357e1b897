import type { Served } from '@sphera/plugin-flags-common';
import type { DefinitionDraft, RuleDraft } from './DefinitionDraft';
import type { Problems } from './Problems';
import { valuesOf } from './ruleValues';
import { variantProblems } from './variantProblems';

const ALL_PERCENT = 100;
const LONGEST_TARGETING = 20_000;
const VERSION = /^v?\d+(\.\d+){0,2}([-+][0-9A-Za-z.+-]+)?$/;

/**
 * What is wrong with a draft, as sentences, at: `variants`, `<row>.name`, `<row>.value`, `everybody`, `split`, `rules`,
 * `<rule>.attribute`, `<rule>.values`, `<rule>.serve`, `otherwise`, `text`, `defaultVariant`.
 */
export function draftProblems(draft: DefinitionDraft): Problems {
  const { variants, type } = draft;
  const keys = new Set(variants.map(({ key }) => key));
  return withoutHoles({
    ...variantProblems(variants, type),
    variants: variants.length === 0 && 'There is no variant.',
    ...answerProblems(draft, keys),
  });
}

type Holey = Record<string, string | false | undefined>;

function answerProblems(draft: DefinitionDraft, keys: Set<string>): Holey {
  switch (draft.way) {
    case 'everybody':
      return { everybody: servedProblem(draft.everybody, keys) };
    case 'split':
      return { split: servedProblem(draft.split, keys) };
    case 'rules':
      return {
        rules:
          draft.rules.length === 0 &&
          'There is no rule. Add one, or choose that everybody gets the same.',
        ...Object.assign(
          {},
          ...draft.rules.map(one => ruleProblems(one, keys)),
        ),
        otherwise: servedProblem(draft.otherwise, keys),
      };
    default:
      return {
        text: textProblem(draft.text),
        defaultVariant: servedProblem(draft.defaultVariant, keys),
      };
  }
}

function ruleProblems(rule: RuleDraft, keys: Set<string>): Holey {
  return {
    [`${rule.key}.attribute`]:
      !rule.attribute.trim() && 'An attribute is missing, like country.',
    [`${rule.key}.values`]: valuesProblem(rule),
    [`${rule.key}.serve`]: servedProblem(rule.serve, keys),
  };
}

function valuesProblem({ operator, values }: RuleDraft) {
  const all = valuesOf(values);
  if (all.length === 0) return 'A value is missing.';
  const takesOne = operator === 'is' || operator === 'at least version';
  if (takesOne && all.length > 1) {
    return operator === 'is'
      ? 'Only one value fits here; "is one of" takes several.'
      : 'Only one version fits here.';
  }
  return (
    operator === 'at least version' &&
    !VERSION.test(all[0]) &&
    'Must be a version, like 4.2.0.'
  );
}

/** What is wrong with who gets what. */
export function servedProblem(
  served: Served,
  keys: ReadonlySet<string>,
): string | undefined {
  if (typeof served === 'string') {
    return keys.has(served) ? undefined : 'Choose a variant.';
  }
  const shares = Object.values(served);
  const isWhole = (share: number) =>
    Number.isInteger(share) && share >= 0 && share <= ALL_PERCENT;
  if (!shares.every(isWhole)) {
    return 'Each share must be a whole number from 0 to 100.';
  }
  const total = shares.reduce((sum, share) => sum + share, 0);
  return total === ALL_PERCENT
    ? undefined
    : `The shares add up to ${total} %: they must add up to 100 %.`;
}

function textProblem(text: string): string | undefined {
  if (!text.trim()) return undefined;
  if (text.length > LONGEST_TARGETING) {
    return 'It is too long: at most 20,000 characters.';
  }
  try {
    const targeting = JSON.parse(text);
    const isObject =
      typeof targeting === 'object' &&
      targeting !== null &&
      !Array.isArray(targeting);
    return isObject
      ? undefined
      : 'Must be a JSON object, like {"if": [{"==": [{"var": "country"}, "DE"]}, "on", "off"]}.';
  } catch (error) {
    return `This is no JSON: ${(error as Error).message}.`;
  }
}

function withoutHoles(problems: Holey): Problems {
  return Object.fromEntries(
    Object.entries(problems).filter((entry): entry is [string, string] =>
      Boolean(entry[1]),
    ),
  );
}
