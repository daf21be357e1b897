import type {
  DefinitionChange,
  FlagDefinition,
  FlagType,
  JsonValue,
} from '@sphera/plugin-flags-common';
import { FieldError } from '@sphera/plugin-operations-node';

const VALUES: Record<FlagType, string> = {
  boolean: 'true or false',
  string: 'texts',
  number: 'numbers',
  object: 'objects',
};

/** @throws FieldError where variants have values of another type than the flag, or one is named that is not there */
export function checkVariants(
  type: FlagType,
  change: DefinitionChange,
  {
    variants,
    defaultVariant,
  }: Pick<FlagDefinition, 'variants' | 'defaultVariant'>,
): void {
  const odd = Object.entries(variants).find(
    ([, value]) => !isOfType(value, type),
  );
  if (odd) {
    throw new FieldError(
      'variants',
      `must all have ${VALUES[type]} as their value, since the flag is a ${type}: ${odd[0]} does not`,
    );
  }
  const names = Object.keys(variants).join(', ');
  if (!Object.hasOwn(variants, defaultVariant)) {
    throw change.defaultVariant === undefined
      ? new FieldError(
          'variants',
          `must keep ${defaultVariant}, which is the default variant`,
        )
      : new FieldError(
          'defaultVariant',
          `must be one of the variants: ${names}`,
        );
  }
  const stray = Object.keys(change.percentages ?? {}).find(
    name => !Object.hasOwn(variants, name),
  );
  if (stray !== undefined) {
    throw new FieldError(
      'percentages',
      `must name variants of the flag: ${stray} is none of ${names}`,
    );
  }
}

function isOfType(value: JsonValue, type: FlagType): boolean {
  if (value === null || Array.isArray(value)) return false;
  return typeof value === type;
}
