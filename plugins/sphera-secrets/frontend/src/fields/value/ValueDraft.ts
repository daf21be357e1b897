import type { Alphabet, StandardAnswer } from '@sphera/plugin-secrets-common';
import { valueProblem } from './valueProblem';

/** How a value comes about; `keep`: it stays as it is. */
export type ValueWay = 'keep' | 'type' | 'generate' | 'paste';

/** A value that is being thought of. */
export interface ValueDraft {
  way: ValueWay;
  typed: string;
  pasted: string;
  /** NaN while nothing readable is written. */
  length: number;
  alphabet: Alphabet;
}

/** How long generated values may be. */
export const GENERATED_LENGTH = { least: 8, most: 1024, usual: 32 };

/** A draft without anything in it. */
export function emptyDraft(way: ValueWay): ValueDraft {
  return {
    way,
    typed: '',
    pasted: '',
    length: GENERATED_LENGTH.usual,
    alphabet: 'letters-and-digits',
  };
}

/** The text that is the value; undefined where nobody writes it. */
export function textOf({ way, typed, pasted }: ValueDraft): string | undefined {
  if (way === 'type') return typed;
  if (way === 'paste') return pasted;
  return undefined;
}

/** A draft as operations take it. */
export function valueInput(draft: ValueDraft) {
  const { way, length, alphabet } = draft;
  if (way === 'generate') return { generate: { length, alphabet } };
  const value = textOf(draft);
  return value === undefined ? {} : { value };
}

/** What is wrong with a draft, as a sentence. */
export function draftProblem(
  draft: ValueDraft,
  standard: Pick<StandardAnswer, 'longestValue'>,
): string | undefined {
  const { least, most } = GENERATED_LENGTH;
  if (draft.way === 'generate') {
    const { length } = draft;
    return Number.isInteger(length) && length >= least && length <= most
      ? undefined
      : `A whole number from ${least} to ${most}.`;
  }
  const text = textOf(draft);
  return text === undefined ? undefined : valueProblem(text, standard);
}

/** What one would rather know about a text before it becomes a value. */
export function textNote(text: string): string | undefined {
  if (/\n$/.test(text))
    return 'Ends with a line break, which will be part of it.';
  if (/^\s/.test(text)) return 'Begins with a space, which will be part of it.';
  if (/\s$/.test(text)) return 'Ends with a space, which will be part of it.';
  return undefined;
}
