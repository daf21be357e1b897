import { CustomErrorBase } from '@backstage/errors';
import type { OutputOf } from '@sphera/plugin-operations-common';
import { listed, PartlyDoneError } from '@sphera/plugin-operations-node';
import type { ChangeAnswer, copySecret } from '@sphera/plugin-secrets-common';

/**
 * The answer about several copies.
 * @param results - one for each name
 * @throws PartlyDoneError naming what was not copied; what that one threw, where it was only one
 */
export function copiedTogether(
  names: readonly string[],
  results: ReadonlyArray<PromiseSettledResult<ChangeAnswer>>,
): OutputOf<typeof copySecret> {
  const items = results.flatMap((result, index) =>
    result.status === 'fulfilled'
      ? [{ name: names[index], ...result.value }]
      : [],
  );
  const errors = results.flatMap((result, index) =>
    result.status === 'rejected'
      ? [{ name: names[index], error: result.reason as Error }]
      : [],
  );
  if (errors.length === 0) return { items };
  if (names.length === 1) throw errors[0].error;
  const failed = errors.map(({ name, error }) => ({
    name,
    problem: problemOf(name, error),
  }));
  const why = failed.map(({ problem }) => problem).join('. ');
  const copied = items.map(({ name }) => name);
  throw new PartlyDoneError(
    copied.length === 0
      ? `None of the ${names.length} secrets was copied to every place. ${why}`
      : `${listed(copied)} ${
          copied.length === 1 ? 'was' : 'were'
        } copied. ${why}`,
    {
      items,
      failed,
      unfinished: errors.flatMap(({ error }) =>
        error instanceof PartlyDoneError ? [error.details] : [],
      ),
    },
  );
}

/** What nobody foresaw may have anything in its message. */
function problemOf(name: string, error: Error): string {
  return error instanceof CustomErrorBase
    ? error.message
    : `${name} was not copied: something went wrong inside sphera. Try again in a moment`;
}
