import type { Step } from '@sphera/plugin-lifecycle-common';

/** What to do next, or what is waited for, from the steps whose turn has come in their order; without full stop. */
export function nextOf(steps: readonly Step[]): string | undefined {
  const needed = steps.filter(({ isOptional }) => !isOptional);
  const first = (...states: Array<Step['state']>) =>
    needed.find(({ state }) => states.includes(state));
  const step = first('broken') ?? first('open', 'rejected') ?? first('asked');
  return step && sentenceOf(step);
}

function sentenceOf(step: Step): string {
  const { title, state, action, waitsFor } = step;
  const [why] = waitsFor;
  if (state === 'broken') return `Mend ${title}: ${why}`;
  if (state === 'asked') return `${title}: ${lowerFirst(why)}`;
  if (step.kind === 'approval') {
    const request = `Request approval: ${title}`;
    return state === 'rejected' ? `${title}: ${why}` : request;
  }
  return `${action?.title ?? title}: ${why}`;
}

function lowerFirst(text: string) {
  return text[0].toLowerCase() + text.slice(1);
}
