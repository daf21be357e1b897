import type { Pod, PodState } from '@sphera/plugin-kubernetes-common';

/** What a pod is doing, in words. */
export const POD_WORDS: Record<PodState, string> = {
  running: 'Running',
  starting: 'Starting',
  pending: 'Pending',
  'not-ready': 'Not ready',
  'crash-looping': 'Crash-looping',
  'image-missing': 'Image missing',
  'out-of-memory': 'Out of memory',
  misconfigured: 'Misconfigured',
  failed: 'Failed',
  ending: 'Ending',
  completed: 'Completed',
};

/** What is wrong with a pod, without its state where that stands before it already. */
export function sentenceOf({
  state,
  sentence,
}: Pick<Pod, 'state' | 'sentence'>): string | undefined {
  const beginning = `${POD_WORDS[state]}: `;
  if (!sentence?.startsWith(beginning)) return sentence;
  const rest = sentence.slice(beginning.length);
  // The name of a registry stays as it is written.
  const startsWithWord = /^[a-z]+[\s,;]/.test(rest);
  return startsWithWord
    ? `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`
    : rest;
}

/** How loud a pod's state is. */
export type PodTone = 'fine' | 'moving' | 'unclear' | 'wrong';

const TONES: Record<PodState, PodTone> = {
  running: 'fine',
  starting: 'moving',
  pending: 'unclear',
  'not-ready': 'unclear',
  'crash-looping': 'wrong',
  'image-missing': 'wrong',
  'out-of-memory': 'wrong',
  misconfigured: 'wrong',
  failed: 'wrong',
  ending: 'moving',
  completed: 'moving',
};

/** How loud a pod's state is. */
export function toneOf(state: PodState): PodTone {
  return TONES[state];
}

const URGENCY: PodTone[] = ['wrong', 'unclear', 'moving', 'fine'];

/** Those in trouble first; otherwise as they come. */
export function byUrgency(pods: readonly Pod[]): Pod[] {
  const urgency = ({ state }: Pod) => URGENCY.indexOf(toneOf(state));
  return [...pods].sort((a, b) => urgency(a) - urgency(b));
}
