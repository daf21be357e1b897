import type { checkName } from '@sphera/plugin-creation-common';
import type { OutputOf } from '@sphera/plugin-operations-common';

type Answer = Pick<OutputOf<typeof checkName>, 'isFree' | 'findings'>;

/** Whether a service can be called like this, in one sentence. */
export function nameInWords(
  name: string,
  { isFree, findings }: Answer,
): { words: string; color: 'success' | 'danger' | 'warning' } {
  if (isFree) return { words: `${name} is free.`, color: 'success' };
  const has = (wanted: string) => findings.some(one => one.state === wanted);
  if (has('taken')) return { words: `${name} is taken.`, color: 'danger' };
  if (has('wrong')) {
    return { words: `No service can be called ${name}.`, color: 'danger' };
  }
  return {
    words: `Nothing speaks against ${name} yet, but not every place answers. You can go on: it is looked up again before anything is created.`,
    color: 'warning',
  };
}

/** What speaks against a name, a sentence each. */
export function whatSpeaksAgainst({
  findings,
}: Pick<Answer, 'findings'>): string[] {
  return findings.flatMap(({ state, sentence }) =>
    state === 'taken' || state === 'wrong' ? [sentence] : [],
  );
}
