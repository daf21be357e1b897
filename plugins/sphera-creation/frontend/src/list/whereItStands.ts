import type { Creation } from '@sphera/plugin-creation-common';

/** The step that a creation is at, or that it failed at, with what there is to say of it; undefined where it is over. */
export function whereItStands({
  state,
  steps,
}: Pick<Creation, 'state' | 'steps'>): string | undefined {
  if (state === 'done' || state === 'undone') return undefined;
  const at =
    steps.find(step => step.state === 'failed') ??
    steps.find(step => step.state === 'running');
  if (!at) return undefined;
  return at.sentence ? `${at.title}: ${at.sentence}` : at.title;
}
