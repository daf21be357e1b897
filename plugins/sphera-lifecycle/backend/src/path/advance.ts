import { adoptFurther } from './begin';
import type { KeptLifecycle } from './KeptLifecycle';
import { isDone, isPassable } from './proof';
import type { SightOnTheWay } from './Sight';

/**
 * How far a service has come by what is known now: on from each stage of which every needed step is done, never back.
 * The same object where nothing is new.
 */
export function advance(sight: SightOnTheWay, now: number): KeptLifecycle {
  const { kept } = sight;
  const from = adoptFurther(sight, now);
  const onFrom = { ...sight, kept: from };
  const next: KeptLifecycle = {
    ...from,
    ...onTheWay(onFrom, now),
    endedAt: endOf(sight, now),
    done: doneOnce(onFrom),
  };
  const isNew =
    next.stage !== kept.stage ||
    next.walkedAt !== kept.walkedAt ||
    next.endedAt !== kept.endedAt ||
    next.done.length !== kept.done.length;
  return isNew ? next : kept;
}

function onTheWay(
  sight: SightOnTheWay,
  now: number,
): Pick<KeptLifecycle, 'stage' | 'since' | 'walkedAt'> {
  const { path, kept } = sight;
  const { way } = path;
  const known = way.findIndex(({ name }) => name === kept.stage);
  // A stage that the path no longer has: on from its beginning, past all that is done.
  let index = Math.max(known, 0);
  while (index < way.length - 1 && isPassable(way[index], sight)) index++;
  const stage = way[index];
  const isSame = stage.name === kept.stage;
  const before = isSame ? kept.walkedAt : undefined;
  const isLast = index === way.length - 1;
  const isWalked = isLast && isPassable(stage, sight);
  return {
    stage: stage.name,
    since: isSame ? kept.since : now,
    walkedAt: isLast ? before ?? (isWalked ? now : undefined) : undefined,
  };
}

function endOf(
  { path, kept, facts }: SightOnTheWay,
  now: number,
): number | undefined {
  if (!path.end) return undefined;
  const state = facts.get(path.end.enteredWhen ?? '')?.state;
  if (state === 'holds') return kept.endedAt ?? now;
  // What nobody knows at the moment is as it was.
  return state === 'fails' ? undefined : kept.endedAt;
}

function doneOnce(sight: SightOnTheWay): readonly string[] {
  const { path, kept } = sight;
  const stages = path.end ? [...path.way, path.end] : path.way;
  const newly = stages
    .flatMap(({ steps }) => steps)
    .filter(step => isDone(step, sight) && !kept.done.includes(step.name))
    .map(({ name }) => name);
  return newly.length > 0 ? [...kept.done, ...newly] : kept.done;
}
