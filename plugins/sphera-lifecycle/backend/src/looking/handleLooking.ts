import { getLifecycle, listLifecycles } from '@sphera/plugin-lifecycle-common';
import type { ActingParts } from '../acting/ActingParts';
import { forCaller } from './forCaller';
import { list } from './listLifecycles';
import { serviceOf } from './serviceOf';

/** Opens the doors of the operations that only look. */
export function handleLooking(parts: ActingParts): void {
  const { operations, standings, names } = parts;
  operations.handle(getLifecycle, async call => {
    const service = await serviceOf(parts, call.input.service);
    const found = await names.naming(() => standings.lifecycleOf(service));
    return forCaller(found, parts, call);
  });
  operations.handle(listLifecycles, call => list(parts, call));
}
