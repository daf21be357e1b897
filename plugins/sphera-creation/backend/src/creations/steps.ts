import type { CreationStep } from '@sphera/plugin-creation-common';
import type { KeptCreation, KeptStep } from './KeptCreation';

/** How people call each step. */
export const STEP_TITLES: Record<CreationStep, string> = {
  repository: 'Repository on GitHub',
  'image-repository': 'Image repository',
  pipeline: 'Pipeline',
  manifests: 'Manifests in the GitOps repository',
  catalog: 'Software catalog',
  secrets: 'First secrets',
  flags: 'Flag namespace',
  lifecycle: 'Life cycle',
};

/** The step of a creation. */
export function stepOf(creation: KeptCreation, name: CreationStep): KeptStep {
  const found = creation.steps.find(({ step }) => step === name);
  if (!found) throw new Error(`A creation has no step ${name}`);
  return found;
}

/** The creation with something else said about one of its steps. */
export function withStep(
  creation: KeptCreation,
  name: CreationStep,
  change: Partial<Omit<KeptStep, 'step'>>,
): KeptCreation {
  return {
    ...creation,
    steps: creation.steps.map(one =>
      one.step === name ? { ...one, ...change } : one,
    ),
  };
}

/** Whether nothing is left to do for it. */
export const isOver = ({ state }: KeptStep): boolean =>
  state === 'done' || state === 'skipped';
