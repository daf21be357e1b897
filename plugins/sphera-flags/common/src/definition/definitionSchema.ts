import { z } from 'zod/v3';
import type { FlagDefinition, JsonValue } from './FlagDefinition';

/** Any JSON value, as a schema. */
export const jsonSchema: z.ZodType<JsonValue> = z.lazy(() =>
  z.union([
    z.null(),
    z.boolean(),
    z.number(),
    z.string(),
    z.array(jsonSchema),
    z.record(jsonSchema),
  ]),
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
