import { parseEntityRef } from '@backstage/catalog-model';
import type { Step, StepAction } from '@sphera/plugin-lifecycle-common';
import { fillTemplate } from '@sphera/plugin-fleet-node';
import type { ActionSetting, StepSetting } from '../settings/LifecyclePath';
import type { Sight } from './Sight';

/** What can be done about a step now; nothing where it is not the time for it. */
export function actionOf(
  step: StepSetting,
  state: Step['state'],
  sight: Sight,
): StepAction | undefined {
  if (!['open', 'rejected', 'broken'].includes(state)) return undefined;
  if (step.approvers.length > 0) {
    const title =
      state === 'rejected' ? 'Request approval again' : 'Request approval';
    return { kind: 'request-approval', title };
  }
  return step.action && filled(step.action, sight.service.ref);
}

function filled(action: ActionSetting, service: string): StepAction {
  const { namespace, name } = parseEntityRef(service);
  const values = Object.fromEntries(
    Object.entries({ namespace, name, service }).map(([field, value]) => [
      field,
      encodeURIComponent(value),
    ]),
  );
  if (action.kind === 'page') {
    return { ...action, path: fillTemplate(action.path, values) };
  }
  if (action.kind === 'link') {
    return { ...action, url: fillTemplate(action.url, values) };
  }
  return action;
}
