import type { CellState } from '@sphera/plugin-flags-common';
import type { KeptCell } from '../../storage/Kept';
import { isQueued } from './isQueued';

/**
 * How a cell stands; where several are true, what needs somebody most.
 * @param queuedSince - when the oldest wish was written that waits for Kafka; absent: none waits
 */
export function stateOf(
  cell: KeptCell | undefined,
  isSilent: boolean,
  queuedSince?: number,
): CellState {
  if (!cell) return 'absent';
  const { wanted, answer, reported } = cell;
  if (!wanted) return isThere(reported) ? 'changed' : 'absent';
  if (answer?.outcome === 'refused') return 'refused';
  const isSettled = hasAnswered(cell);
  const agrees = !reported || reported.fingerprint === wanted.fingerprint;
  if (isSettled && !agrees) return 'changed';
  if (isSettled && wanted.definition === null) return 'absent';
  if (isSilent) return 'silent';
  if (isSettled) return 'in-step';
  return isQueued(wanted, queuedSince) ? 'queued' : 'on-its-way';
}

/** Whether the cluster has had what is wanted, as far as is known: it said so, or its snapshot does. */
function hasAnswered({ wanted, answer, reported }: KeptCell): boolean {
  return answer !== undefined || (reported?.revision ?? 0) >= wanted!.revision;
}

/** Whether a cluster has the flag. */
export function isThere(reported: KeptCell['reported']): boolean {
  return reported !== undefined && reported.fingerprint !== null;
}
