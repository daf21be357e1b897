import { z } from 'zod/v3';
import {
  targetingField,
  variantField,
  variantsField,
} from './definition/definitionSchema';

/**
 * What becomes of a definition; what is left out stays. `percentages` replace the targeting by a split of everybody;
 * `targeting: null` takes all targeting away.
 */
export const definitionChangeFields = {
  state: z.enum(['ENABLED', 'DISABLED']).optional(),
  variants: variantsField.optional(),
  defaultVariant: variantField.optional(),
  targeting: targetingField.nullable().optional(),
  percentages: z
    .record(
      variantField,
      z
        .number()
        .int('must be a whole number from 0 to 100')
        .min(0, 'must be a whole number from 0 to 100')
        .max(100, 'must be a whole number from 0 to 100'),
    )
    .refine(
      all => Object.values(all).reduce((sum, share) => sum + share, 0) === 100,
      { message: 'must add up to 100' },
    )
    .optional()
    .describe('Share of each variant in percent, all targeting replaced'),
};

/** Parsed {@link definitionChangeFields}. */
export type DefinitionChange = z.output<
  z.ZodObject<typeof definitionChangeFields>
>;
