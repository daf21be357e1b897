import type { Rollback } from '@sphera/plugin-rollback-common';
import { elapsedInWords } from '@sphera/plugin-operations-react';
import { useElapsed } from './useElapsed';

/** How long a rollback took, or takes so far. */
export function Elapsed(props: {
  of: Pick<Rollback, 'startedAt' | 'endedAt'>;
}) {
  const { startedAt, endedAt } = props.of;
  const elapsed = useElapsed(startedAt, endedAt);
  // A clock that ticks is not read out each second.
  return <span aria-live="off">{elapsedInWords(elapsed)}</span>;
}
