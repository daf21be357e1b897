import type { Operation, RequestOf } from '@sphera/plugin-operations-common';
import { type FieldProblem, WrongInput } from './messages';

/**
 * What an operation would find wrong with some of its fields, as the error that the backend would answer; null: nothing. For
 * a form that is not sent yet, so that one reads of all that is missing at once.
 */
export function wrongInput<T extends Operation>(
  operation: T,
  fields: { [K in keyof RequestOf<T>]?: unknown },
): Error | null {
  const parsed = operation.input.safeParse(fields);
  if (parsed.success) return null;
  const problems = parsed.error.issues.flatMap(
    ({ path, message }): FieldProblem[] =>
      String(path[0]) in fields ? [{ field: path.join('.'), message }] : [],
  );
  return problems.length > 0 ? new WrongInput(problems) : null;
}
