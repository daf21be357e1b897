import { z } from 'zod/v3';
import { line } from './texts';

const person = z
  .object({
    name: line,
    email: line.regex(/^[^@\s]+@[^@\s]+$/, 'must be an e-mail address'),
  })
  .strict();

const signing = z
  .object({
    format: z.enum(['ssh', 'openpgp'], {
      errorMap: () => ({ message: 'must be ssh or openpgp' }),
    }),
    key: line,
  })
  .strict();

/** Who commits, and how it is signed, as settings write it down. */
export const committerFields = {
  identity: person.default({ name: 'sphera', email: 'sphera@localhost' }),
  signing: signing.optional(),
};
