import type { Fact, Step } from '@sphera/plugin-lifecycle-common';
import type { StageSetting, StepSetting } from '../settings/LifecyclePath';
import { actionOf } from './actionOf';
import type { KeptApproval, Said } from './KeptApproval';
import { isOptional } from './proof';
import type { SightOnTheWay } from './Sight';
import { type Lie, stateOf } from './stateOf';
import { waitsFor } from './waitsFor';

/** One step as answers have it. */
export function judgeStep(
  step: StepSetting,
  around: {
    lie: Lie;
    /** Stages that have to be done before that of the step. */
    ahead: readonly StageSetting[];
    sight: SightOnTheWay;
  },
): Step {
  const { sight, lie } = around;
  const state = stateOf(step, lie, sight);
  const facts = step.facts.map(fact => factOf(fact, sight));
  return {
    name: step.name,
    title: step.title,
    description: step.description,
    kind: step.approvers.length > 0 ? 'approval' : 'facts',
    isOptional: isOptional(step, sight),
    state,
    waitsFor: waitsFor(step, { state, facts }, around),
    facts,
    approval: step.approvers.length > 0 ? approvalOf(step, sight) : undefined,
    action: actionOf(step, state, sight),
  };
}

function factOf(id: string, { facts, descriptions }: SightOnTheWay): Fact {
  return (
    facts.get(id) ?? {
      id,
      title: descriptions.get(id)?.title ?? id,
      state: 'unknown',
      sentence: 'Nobody has looked yet',
    }
  );
}

function approvalOf(
  { name, approvers }: StepSetting,
  { approvals, kept }: SightOnTheWay,
): Step['approval'] {
  const approval = approvals.get(name);
  return {
    state: approvalState(approval, kept.adopted.includes(name)),
    approvers: [...approvers],
    asked: approval && said(approval.asked),
    answered: approval?.answer && said(approval.answer),
  };
}

function approvalState(approval: KeptApproval | undefined, isAdopted: boolean) {
  if (!approval) return isAdopted ? 'adopted' : 'none';
  return approval.answer?.verdict ?? 'asked';
}

function said({ by, at, comment }: Said) {
  return {
    by,
    at: new Date(at).toISOString(),
    comment,
  };
}
