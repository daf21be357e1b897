import type { Step } from '@sphera/plugin-lifecycle-common';
import type { Judgement } from '../path/judge';
import { FieldError } from '../errors';

/**
 * The step of a service that is approved by people, as it stands.
 * @throws FieldError where there is none of that name, or where facts prove it
 */
export function approvalStep({ stages }: Judgement, name: string): Step {
  const steps = stages.flatMap(stage => stage.steps);
  const step = steps.find(one => one.name === name);
  if (step?.kind === 'approval') return step;
  if (step) {
    throw new FieldError(
      'step',
      `must be approved by people: facts prove ${step.title}`,
    );
  }
  const names = steps
    .filter(({ kind }) => kind === 'approval')
    .map(one => one.name);
  throw new FieldError(
    'step',
    `must be a step that is approved: ${names.join(', ') || 'there is none'}`,
  );
}
