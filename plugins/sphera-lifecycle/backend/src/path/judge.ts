import type { Stage, Step } from '@sphera/plugin-lifecycle-common';
import type { StageSetting } from '../settings/LifecyclePath';
import { judgeStep } from './judgeStep';
import { nextOf } from './nextOf';
import { type Place, placeOf } from './Place';
import { isPassable } from './proof';
import type { SightOnTheWay } from './Sight';

/** Where a service stands, whatever the time is. */
export interface Judgement {
  stages: Stage[];
  /** Where it is. */
  present: StageSetting;
  /** Since when, in milliseconds since 1970. */
  since: number;
  isComplete: boolean;
  /** It has nowhere to go on to, so it is not stuck. */
  isAtRest: boolean;
  next?: string;
  broken: number;
  /** Steps whose approval is asked for. */
  asked: Step[];
}

/** Where a service stands, and what there is to do. */
export function judge(sight: SightOnTheWay): Judgement {
  const { path, kept } = sight;
  const place = placeOf(sight);
  const { all, index, isEnding, lieOf } = place;
  const stages = all.map((stage, at): Stage => {
    const ahead = all
      .slice(index, at)
      .filter(other => !isPassable(other, sight));
    return {
      name: stage.name,
      title: stage.title,
      description: stage.description,
      state: stageState(place, at),
      isEnd: stage === path.end ? true : undefined,
      steps: stage.steps.map(step =>
        judgeStep(step, { lie: lieOf(at), ahead, sight }),
      ),
    };
  });
  const come = stages
    .filter((_, at) => ['passed', 'present'].includes(lieOf(at)))
    .flatMap(({ steps }) => steps);
  const isDone = come.every(
    ({ state, isOptional }) =>
      isOptional || state === 'done' || state === 'skipped',
  );
  const isWalked = kept.walkedAt !== undefined;
  return {
    stages,
    present: all[index],
    since: isEnding ? kept.endedAt! : kept.since,
    isComplete: isDone && (isEnding || isWalked),
    isAtRest: isEnding ? isDone : isWalked,
    next: nextOf(come),
    broken: come.filter(({ state }) => state === 'broken').length,
    asked: come.filter(({ state }) => state === 'asked'),
  };
}

function stageState(
  { index, isEnding, hasPassed }: Place,
  at: number,
): Stage['state'] {
  if (at === index) return 'present';
  return (isEnding ? hasPassed(at) : at < index) ? 'done' : 'ahead';
}
