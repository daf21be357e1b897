import {
  type Creation,
  type CreationStepState,
  serviceRefOf,
} from '@sphera/plugin-creation-common';
import type { KeptCreation, KeptStep } from './KeptCreation';
import { STEP_TITLES } from './steps';

const moment = (at: number) => new Date(at).toISOString();

/** A step as answers have it. */
export function toStepAnswer(kept: KeptStep): CreationStepState {
  const { step, state, sentence, at, links } = kept;
  return {
    step,
    title: STEP_TITLES[step],
    state,
    ...(sentence !== undefined && { sentence }),
    ...(at !== undefined && { at: moment(at) }),
    links,
  };
}

/** A creation as answers have it. */
export function toAnswer(kept: KeptCreation): Creation {
  const { id, state, draft, startedAt, startedBy, endedAt, task } = kept;
  return {
    id,
    state,
    draft,
    service: serviceRefOf(draft.name),
    startedAt: moment(startedAt),
    startedBy,
    ...(endedAt !== undefined && { endedAt: moment(endedAt) }),
    ...(task !== undefined && { task }),
    steps: kept.steps.map(toStepAnswer),
    links: kept.steps
      .filter(step => step.state === 'done')
      .flatMap(({ links }) => links),
  };
}
