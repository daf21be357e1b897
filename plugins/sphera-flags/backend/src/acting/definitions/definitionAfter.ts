import {
  type DefinitionChange,
  type FlagDefinition,
  type FlagType,
  soleVariantOf,
  targetingOf,
} from '@sphera/plugin-flags-common';
import { checkDefinition } from '@sphera/plugin-flags-node';
import { FieldError } from '@sphera/plugin-operations-node';
import { checkVariants } from './checkVariants';

/** Which flag it is that changes. */
export interface ChangedFlag {
  flag: string;
  type: FlagType;
}

/** Whether a change says anything of the definition. */
export const changesDefinition = ({
  state,
  variants,
  defaultVariant,
  targeting,
  percentages,
}: DefinitionChange): boolean =>
  [state, variants, defaultVariant, targeting, percentages].some(
    field => field !== undefined,
  );

/**
 * The definition that a change makes of another one; what it leaves out stays.
 * @throws FieldError naming the field that does not fit
 */
export function definitionAfter(
  { flag, type }: ChangedFlag,
  change: DefinitionChange,
  before: FlagDefinition,
): FlagDefinition {
  const { percentages, targeting } = change;
  if (percentages && targeting !== undefined) {
    throw new FieldError(
      'percentages',
      'must not be given together with targeting: one of them decides who gets what',
    );
  }
  const variants = change.variants ?? before.variants;
  const defaultVariant = change.defaultVariant ?? before.defaultVariant;
  checkVariants(type, change, { variants, defaultVariant });
  const after: FlagDefinition = {
    state: change.state ?? before.state,
    variants,
    defaultVariant:
      (percentages && soleVariantOf(percentages)) ?? defaultVariant,
  };
  const rules = targetingAfter(change, before);
  if (rules && Object.keys(rules).length > 0) after.targeting = rules;
  const problems = checkDefinition(flag, after);
  if (problems.length > 0) {
    throw new FieldError(
      fieldToBlame(change),
      `is not right: ${problems.join('; ')}`,
    );
  }
  return after;
}

function targetingAfter(
  { percentages, targeting }: DefinitionChange,
  before: FlagDefinition,
): FlagDefinition['targeting'] {
  if (percentages) return targetingOf({ rules: [], otherwise: percentages });
  return targeting === undefined ? before.targeting : targeting ?? undefined;
}

/** What was given that most likely made it wrong. */
function fieldToBlame(change: DefinitionChange): keyof DefinitionChange {
  if (change.targeting) return 'targeting';
  if (change.percentages) return 'percentages';
  return change.variants ? 'variants' : 'targeting';
}
