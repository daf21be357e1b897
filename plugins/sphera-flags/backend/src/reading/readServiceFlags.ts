import type { FlagDriftKind, ServiceFlags } from '@sphera/plugin-flags-common';
import {
  type Page,
  pageOfList,
  type PageQuestion,
} from '@sphera/plugin-operations-node';
import { type Seeing, seeingOf } from './cells/Seeing';
import { driftOf } from './drift/driftOf';
import { isUnlike } from './drift/unlikeDrift';
import { isReadyToRemove } from './flags/readyToRemove';
import type { FlagSight } from './memory/FlagSight';
import type { ReadingParts } from './ReadingParts';

/** Every service that has flags, in sum, by entity ref. @throws FieldError for a wrong cursor */
export function readServiceFlags(
  parts: ReadingParts,
  question: PageQuestion,
): Page<ServiceFlags> {
  const { memory, settings } = parts;
  const { readyAfterMs } = settings;
  const seeing = seeingOf(parts);
  const { now } = seeing;
  const sums = new Map<string, ServiceFlags>();
  for (const sight of memory.all()) {
    const { kept } = sight;
    if (!kept) continue;
    const kinds = driftsOf(sight, seeing);
    if (kept.retiredAt !== undefined && kinds.size === 0) continue;
    const sum = sums.get(kept.service) ?? nothingOf(kept.service);
    sums.set(kept.service, sum);
    sum.flags++;
    if (kinds.size > 0) sum.drifting++;
    for (const kind of kinds) sum.kinds[kind] = (sum.kinds[kind] ?? 0) + 1;
    if (isReadyToRemove(sight, { now, readyAfterMs })) sum.readyToRemove++;
    if (kept.rollout) sum.rollouts++;
  }
  const inOrder = [...sums.values()].sort((one, other) =>
    one.service < other.service ? -1 : 1,
  );
  return pageOfList('services', inOrder, question, sum => sum);
}

function nothingOf(service: string): ServiceFlags {
  const none = { flags: 0, drifting: 0, readyToRemove: 0, rollouts: 0 };
  return { service, ...none, kinds: {} };
}

/** In which ways a flag drifts, as `list-drift` would tell it. */
function driftsOf(sight: FlagSight, seeing: Seeing): Set<FlagDriftKind> {
  const kinds = new Set<FlagDriftKind>();
  for (const { place, isSilent } of seeing.clusters) {
    const kind = driftOf(sight.cells[place], isSilent);
    if (kind) kinds.add(kind);
  }
  if (isUnlike(sight, seeing)) kinds.add('unlike');
  return kinds;
}
