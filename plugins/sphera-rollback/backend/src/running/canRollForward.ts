import type { KeptRollback } from './KeptRollback';

/** Whether a rollback can be taken back: something of it is in a repository, and nobody has taken it back. */
export function canRollForward({
  kind,
  state,
  undoneBy,
  commits,
}: KeptRollback): boolean {
  return (
    kind === 'rollback' &&
    state !== 'cancelled' &&
    undoneBy === undefined &&
    commits.some(({ pushed }) => pushed !== undefined)
  );
}
