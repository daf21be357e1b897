import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import type { Fleet } from '@sphera/plugin-fleet-common';
import { checkedSettings } from '@sphera/plugin-fleet-node';
import { contradictions } from './contradictions';
import { defaultStages } from './defaultStages';
import type {
  ActionSetting,
  LifecyclePath,
  StageSetting,
  StepSetting,
} from './LifecyclePath';
import {
  settingsSchema,
  type WrittenStage,
  type WrittenStep,
} from './settingsSchema';
import { tellable } from './tellable';

/**
 * The path from `sphera.lifecycle`, checked; where none is described, the one that sphera comes with.
 * @param known - ids of all facts that somebody can tell
 * @throws InputError naming each wrong key and what is wrong with it
 */
export function readSettings(
  config: Config,
  { fleet, known }: { fleet: Fleet; known: ReadonlySet<string> },
): LifecyclePath {
  const { stages, stuckAfter, remindAfter } = checkedSettings(config, {
    root: 'sphera.lifecycle',
    complaint: 'The settings of the life cycle are wrong',
    schema: settingsSchema,
    contradictions: found => contradictions(found, { fleet, known }),
  });
  const written =
    stages ?? tellable(defaultStages(fleet, [platformGroup(config)]), known);
  const all = written.map(stage => stageOf(stage, stuckAfter));
  return {
    way: all.filter(({ enteredWhen }) => enteredWhen === undefined),
    end: all.find(({ enteredWhen }) => enteredWhen !== undefined),
    remindAfter: remindAfter || undefined,
  };
}

/** Whoever runs the portal; the policy has checked it. */
function platformGroup(config: Config): string {
  const name =
    config.getOptionalString('sphera.policy.platformGroup') ?? 'platform';
  return stringifyEntityRef(parseEntityRef(name, { defaultKind: 'group' }));
}

function stageOf(stage: WrittenStage, stuckAfter: number): StageSetting {
  return {
    ...stage,
    stuckAfter: stage.stuckAfter ?? stuckAfter,
    steps: stage.steps.map(stepOf),
  };
}

function stepOf({ optional, action, ...step }: WrittenStep): StepSetting {
  return {
    ...step,
    facts: step.facts ?? [],
    approvers: step.approvers ?? [],
    isOptional: optional,
    optionalFor: step.optionalFor ?? [],
    action: action && actionOf(action),
  };
}

function actionOf({
  title,
  template,
  page,
  link,
  promote,
}: NonNullable<WrittenStep['action']>): ActionSetting {
  if (template !== undefined) return { kind: 'template', title, template };
  if (page !== undefined) return { kind: 'page', title, path: page };
  if (link !== undefined) return { kind: 'link', title, url: link };
  return { kind: 'promote', title, ...promote! };
}
