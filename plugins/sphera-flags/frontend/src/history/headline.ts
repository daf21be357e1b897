import type { FlagChange } from '@sphera/plugin-flags-common';

/** What a change did, as a line that stands alone: `Changed: 25 % on in 3 clusters`, `Owner changed`. */
export function headlineOf(change: Pick<FlagChange, 'kind' | 'sentence'>) {
  const { kind, sentence } = change;
  // Of the others the sentence says itself what was done.
  if (kind === 'set') return `Changed: ${sentence}`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}
