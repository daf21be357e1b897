import type { Pod } from '../../objects';
import { conditionOf } from '../conditions';

/** Whether traffic may reach a pod. */
export function isReady({ status }: Pod): boolean {
  return conditionOf(status?.conditions, 'Ready')?.status === 'True';
}

/** Whether a pod counts: it is neither going nor over. */
export function isActive({ metadata, status }: Pod): boolean {
  return (
    !metadata.deletionTimestamp &&
    status?.phase !== 'Failed' &&
    status?.phase !== 'Succeeded'
  );
}

/** Since when a pod has been ready, in milliseconds since 1970; `undefined` while it is not. */
export function readySince({ status }: Pod): number | undefined {
  const ready = conditionOf(status?.conditions, 'Ready');
  return ready?.status === 'True' && ready.lastTransitionTime
    ? Date.parse(ready.lastTransitionTime)
    : undefined;
}
