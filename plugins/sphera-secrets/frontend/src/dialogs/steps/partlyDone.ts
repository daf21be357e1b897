import { ResponseError } from '@backstage/errors';
import { unfinishedChangeSchema } from '@sphera/plugin-secrets-common';
import { environmentsOf } from '../../fields/places';

// What cannot be finished or undone by its id is repeated instead: that has none.
const partlySchema = unfinishedChangeSchema.partial({
  change: true,
  operation: true,
  name: true,
  by: true,
  at: true,
});

/** A change that reached some places and others not. */
export type PartlyDone = ReturnType<typeof partlySchema.parse>;

/** Where a change got to before it failed; empty: nothing was changed, or nobody knows. */
export function partlyDoneOf(error: unknown): PartlyDone[] {
  if (!(error instanceof Error) || error.name !== 'ResponseError') return [];
  const { details } = (error as ResponseError).body.error;
  const one = partlySchema.safeParse(details);
  if (one.success) return [one.data];
  // Of several secrets that were copied.
  const { unfinished } = (details ?? {}) as { unfinished?: unknown };
  const several = partlySchema.array().safeParse(unfinished);
  return several.success ? several.data : [];
}

/** The environments that a change is about. */
export function environmentsOfChange(
  change: Pick<PartlyDone, 'done' | 'failed'>,
): string[] {
  return environmentsOf([...change.done, ...change.failed]);
}
