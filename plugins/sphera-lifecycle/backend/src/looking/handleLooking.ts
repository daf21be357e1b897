import { getLifecycle, listLifecycles } from '@sphera/plugin-lifecycle-common';
import type { ActingParts } from '../acting/ActingParts';
import { list } from './listLifecycles';
import { serviceOf } from './serviceOf';

/** Opens the doors of the operations that only look. */
export function handleLooking(parts: ActingParts): void {
  const { operations, standings } = parts;
  operations.handle(getLifecycle, async ({ input }) =>
    standings.lifecycleOf(await serviceOf(parts, input.service)),
  );
  operations.handle(listLifecycles, call => list(parts, call));
}
