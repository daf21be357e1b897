import type { Step } from '@sphera/plugin-lifecycle-common';
import type { StageSetting, StepSetting } from '../settings/LifecyclePath';
import {
  isDone,
  isOptional,
  isOutOfTheWay,
  isRefuted,
  isSkipped,
} from './proof';
import type { SightOnTheWay } from './Sight';

/** Where a stage lies, seen from the service; `left`: the service retires, and the stage was on its way. */
export type Lie = 'passed' | 'present' | 'ahead' | 'end-ahead' | 'left';

/** The state of one step. */
export function stateOf(
  step: StepSetting,
  lie: Lie,
  sight: SightOnTheWay,
): Step['state'] {
  if (isSkipped(step, sight)) return 'skipped';
  if (lie === 'end-ahead') return 'waiting';
  if (isDone(step, sight)) return 'done';
  if (lie === 'ahead') return 'waiting';
  if (lie === 'left') return 'skipped';
  if (lie === 'passed') return inPassedStage(step, sight);
  return stepsBefore(step, sight).length > 0 ? 'waiting' : turnOf(step, sight);
}

/** Steps that one waits for within the stages that have come, by its `after`. */
export function stepsBefore(
  step: StepSetting,
  sight: SightOnTheWay,
): StepSetting[] {
  if (step.after.length === 0) return [];
  const { way, end } = sight.path;
  const all = [...way, ...(end ? [end] : [])].flatMap(
    ({ steps }: StageSetting) => steps,
  );
  return all.filter(
    other => step.after.includes(other.name) && !isOutOfTheWay(other, sight),
  );
}

function inPassedStage(step: StepSetting, sight: SightOnTheWay): Step['state'] {
  const wasDone = sight.kept.done.includes(step.name);
  if (wasDone && !isRefuted(step, sight)) return 'done';
  if (isOptional(step, sight)) return 'skipped';
  return wasDone ? 'broken' : turnOf(step, sight);
}

function turnOf({ name, facts }: StepSetting, sight: SightOnTheWay) {
  if (facts.length > 0) return 'open';
  const approval = sight.approvals.get(name);
  if (!approval) return 'open';
  return approval.answer ? 'rejected' : 'asked';
}
