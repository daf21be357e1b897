import { InputError } from '@backstage/errors';
import type { InputOf, Operation } from '@sphera/plugin-operations-common';
import type { ZodIssue } from 'zod/v3';
import type { FieldProblem } from '../errors';
import { strayedSecrets } from './strayedSecrets';

/**
 * Input as the operation's schema describes it.
 * @throws InputError naming every field that is wrong; `details.fields` has them one by one.
 */
export function parseInput<T extends Operation>(
  operation: T,
  raw: unknown,
): InputOf<T> {
  const parsed = operation.input.safeParse(raw ?? {});
  const problems = parsed.success
    ? strayedSecrets(operation.input, parsed.data)
    : parsed.error.issues.flatMap(issue => problemsOf(issue, operation));
  if (problems.length > 0) throw inputError(operation, problems);
  return parsed.data as InputOf<T>;
}

/** The error that answers a call whose fields are wrong. */
export function inputError(
  operation: Operation,
  fields: FieldProblem[],
): InputError {
  const sentences = fields.map(({ field, message }) =>
    field ? `${field} ${message}` : message,
  );
  const error = new InputError(
    `${operation.title} cannot be done like this: ${sentences.join('; ')}`,
  );
  return Object.assign(error, { details: { fields } });
}

function problemsOf(issue: ZodIssue, operation: Operation): FieldProblem[] {
  const field = issue.path.join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      // A name that nobody knows may be a value that slipped.
      if (operation.isConfidential) return [unknownField(field, operation)];
      return issue.keys.slice(0, 10).map(key => ({
        field: [...issue.path, shortened(key)].join('.'),
        message: 'is not a field of this operation',
      }));
    case 'invalid_type':
      return [
        {
          field,
          message:
            issue.received === 'undefined'
              ? `is missing: it must be ${article(issue.expected)}`
              : `must be ${article(issue.expected)}, not ${article(
                  issue.received,
                )}`,
        },
      ];
    case 'invalid_enum_value':
      return [{ field, message: `must be one of ${issue.options.join(', ')}` }];
    default:
      return [{ field, message: issue.message }];
  }
}

function unknownField(field: string, { input }: Operation): FieldProblem {
  return field
    ? { field, message: 'has a field that is not known' }
    : {
        field,
        message: `a field is not known; there are ${Object.keys(
          input.shape,
        ).join(', ')}`,
      };
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function shortened(key: string): string {
  return key.length > 60 ? `${key.slice(0, 60)}…` : key;
}
