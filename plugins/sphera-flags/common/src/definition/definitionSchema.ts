import { z } from 'zod/v3';
import type { FlagDefinition, JsonValue } from './FlagDefinition';

/** Deeper than people write, and well within what programs can follow. */
const DEEPEST = 60;

function isJson(value: unknown, depth = 0): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || ['boolean', 'string'].includes(typeof value)) {
    return true;
  }
  return (
    typeof value === 'object' &&
    depth < DEEPEST &&
    Object.values(value).every(inner => isJson(inner, depth + 1))
  );
}

/** Any JSON value, as a schema; not a recursive one, which descriptions of operations could not tell. */
export const jsonSchema = z.custom<JsonValue>(
  value => isJson(value),
  `must be a JSON value, nested at most ${DEEPEST} deep`,
);

const VARIANT = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/;

/** Name of a variant, like `on` or `new-layout`. */
export const variantField = z
  .string()
  .max(64, 'is too long: a variant has at most 64 characters')
  .regex(VARIANT, 'must be the name of a variant, like on or new-layout');

/** Values by the name of their variant. */
export const variantsField = z
  .record(variantField, jsonSchema)
  .refine(all => Object.keys(all).length > 0, {
    message: 'must have at least one variant',
  })
  .refine(all => Object.keys(all).length <= 50, {
    message: 'has too many variants: at most 50',
  });

/** Targeting rules in flagd's JsonLogic. */
export const targetingField = z
  .record(jsonSchema)
  .refine(all => JSON.stringify(all).length <= 20_000, {
    message: 'is too long: at most 20,000 characters',
  });

/** A definition, as messages carry it: its shape alone; `checkDefinition` of `sphera-flags/node` tells the rest. */
export const definitionSchema: z.ZodType<FlagDefinition> = z
  .object({
    state: z.enum(['ENABLED', 'DISABLED']),
    variants: variantsField,
    defaultVariant: variantField,
    targeting: targetingField.optional(),
  })
  .strict();
