import { secretsIn, withoutSecrets } from '@sphera/plugin-operations-common';
import type { z } from 'zod/v3';
import type { FieldProblem } from '../errors';

// Something shorter is a word that may stand in a sentence by chance.
const SHORTEST = 12;

/** The plain texts of an input that repeat one of its secrets, and would be written down with it. */
export function strayedSecrets(
  schema: z.AnyZodObject,
  input: Record<string, unknown>,
): FieldProblem[] {
  const secrets = secretsIn(schema, input).filter(
    (one): one is string => typeof one === 'string' && one.length >= SHORTEST,
  );
  if (secrets.length === 0) return [];
  const plain = withoutSecrets(schema, input) as Record<string, unknown>;
  return Object.entries(plain)
    .filter(
      ([, text]) =>
        typeof text === 'string' && secrets.some(one => text.includes(one)),
    )
    .map(([field]) => ({
      field,
      message: 'must not repeat a secret value: it is written down',
    }));
}
