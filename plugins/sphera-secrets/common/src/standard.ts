import { z } from 'zod/v3';
import { placeSchema } from './place';

/** Stands in `fullName` and `tags` of a standard where the name of the secret goes. */
export const NAME_TOKEN = '{name}';

/** Alphabets that values are generated from. */
export const ALPHABETS = {
  'letters-and-digits': 'A–Z, a–z, 0–9',
  'with-symbols': 'A–Z, a–z, 0–9 and !#$%&*+-=?@^_~',
  readable:
    'letters and digits that cannot be taken for another (no 0, O, 1, l, I)',
  hex: '0–9, a–f',
  digits: '0–9',
} as const;

/** An alphabet that values are generated from. */
export type Alphabet = keyof typeof ALPHABETS;

/** What the standard makes of a secret of one service: for the form, before anything is done. */
export const standardAnswerSchema = z.object({
  places: z.array(
    placeSchema.extend({
      fullName: z.string().describe(`With ${NAME_TOKEN} where the name goes`),
      tags: z.array(z.object({ key: z.string(), value: z.string() })),
      kmsKey: z.string().optional().describe('Absent: the key of AWS itself'),
    }),
  ),
  names: z.object({
    pattern: z
      .string()
      .describe('A regular expression that the whole name matches'),
    example: z.string(),
    sentence: z.string().describe('The rule in words'),
  }),
  longestValue: z.number().int().describe('In bytes of UTF-8'),
  forbidden: z.array(z.string()).describe('What a value must not be, in words'),
  recoveryDays: z
    .number()
    .int()
    .describe('How long a deleted secret can be restored'),
});

/** What the standard makes of a secret of one service. */
export type StandardAnswer = z.output<typeof standardAnswerSchema>;
