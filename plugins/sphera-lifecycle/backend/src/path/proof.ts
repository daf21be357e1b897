import type { StageSetting, StepSetting } from '../settings/LifecyclePath';
import type { Sight, SightOnTheWay } from './Sight';

/** Whether services of this type have nothing to do with a step. */
export const isSkipped = ({ onlyFor }: StepSetting, { service }: Sight) =>
  onlyFor !== undefined && !onlyFor.includes(service.type);

/** Whether services of this type go on without a step. */
export const isOptional = (step: StepSetting, { service }: Sight) =>
  step.isOptional || step.optionalFor.includes(service.type);

/** Whether all facts of a step hold; never of a step without facts. */
export const isProvenByFacts = ({ facts }: StepSetting, sight: Sight) =>
  facts.length > 0 &&
  facts.every(fact => sight.facts.get(fact)?.state === 'holds');

/** Whether a fact of a step is known not to hold. */
export const isRefuted = ({ facts }: StepSetting, sight: Sight) =>
  facts.some(fact => sight.facts.get(fact)?.state === 'fails');

/** Whether a step is done: all of its facts hold, or somebody said yes, or that is taken as given. */
export function isDone(step: StepSetting, sight: SightOnTheWay): boolean {
  if (step.facts.length > 0) return isProvenByFacts(step, sight);
  return (
    sight.approvals.get(step.name)?.answer?.verdict === 'approved' ||
    sight.kept.adopted.includes(step.name)
  );
}

/** Whether a step holds nothing up: it is done, optional, or not for services of this type. */
export const isOutOfTheWay = (step: StepSetting, sight: SightOnTheWay) =>
  isSkipped(step, sight) || isOptional(step, sight) || isDone(step, sight);

/** Whether a service may go on from a stage. */
export const isPassable = ({ steps }: StageSetting, sight: SightOnTheWay) =>
  steps.every(step => isOutOfTheWay(step, sight));
