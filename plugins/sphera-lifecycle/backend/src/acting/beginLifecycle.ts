import type { Actor, ServiceEntry } from '@sphera/plugin-operations-node';
import { FieldError } from '../errors';
import { setOut } from '../path/begin';
import type { KeptLifecycle } from '../path/KeptLifecycle';
import type { ActingParts } from './ActingParts';

/** So long after it appeared in the catalog, a service may be one that is just being created. */
const JUST_APPEARED_MS = 3_600_000;

/**
 * A service sets out at the first stage. It starts over where it was taken for an old one a moment ago, because it came
 * into the catalog first, and where an earlier service had the name; one that has begun stays where it is.
 * @param startedBy - in whose name a program asks
 */
export async function begin(
  { path, lifecycles, memory, clock }: ActingParts,
  service: ServiceEntry,
  { actor, startedBy }: { actor: Actor; startedBy?: string },
): Promise<void> {
  if (startedBy !== undefined && actor.kind === 'user') {
    throw new FieldError('startedBy', 'is for programs: you are known');
  }
  const now = clock.now();
  const begun = setOut({ path, service }, startedBy ?? actor.ref, now);
  const hasAsked = memory.approvals(service.ref).size > 0;
  await lifecycles.add([begun]);
  await lifecycles.change(service.ref, kept =>
    isOfAnother(kept, now) || (isJustAdopted(kept, now) && !hasAsked)
      ? begun
      : kept,
  );
}

/** Whether it is that of an earlier service, whose name was free in between. */
function isOfAnother(kept: KeptLifecycle, now: number) {
  return (
    kept.goneAt !== undefined ||
    (kept.appearedAt > kept.beganAt && hasJustAppeared(kept, now))
  );
}

function isJustAdopted(kept: KeptLifecycle, now: number) {
  return kept.beganBy === undefined && hasJustAppeared(kept, now);
}

function hasJustAppeared({ appearedAt }: KeptLifecycle, now: number) {
  return now - appearedAt <= JUST_APPEARED_MS;
}
