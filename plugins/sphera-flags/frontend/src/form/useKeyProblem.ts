import { flagField, getFlag } from '@sphera/plugin-flags-common';
import { useOperation } from '@sphera/plugin-operations-react';
import { useDelayed } from './useDelayed';

// Long enough for most people to type two letters in, too short to be felt.
const PAUSE_MS = 150;

/** What is wrong with the key of a new flag, as a sentence: its form, or that there is one already. */
export function useKeyProblem(key: string): {
  problem?: string;
  /** Whether it is known to be free. */
  isFree: boolean;
} {
  const settled = useDelayed(key, PAUSE_MS);
  const form = flagField.safeParse(key);
  const isSettled = form.success && settled === key;
  const taken = useOperation(
    getFlag,
    { flag: settled },
    { enabled: isSettled },
  );
  if (!key) return { problem: 'A key is missing.', isFree: false };
  if (!form.success) {
    return { problem: `It ${form.error.issues[0].message}.`, isFree: false };
  }
  if (!isSettled || !taken.data) {
    return { isFree: isSettled && taken.isError };
  }
  return {
    isFree: false,
    problem: taken.data.retiredAt
      ? 'It was the key of a flag that is retired. A key is never used again: choose another.'
      : 'There is a flag of this key already. Flags have the same key in every cluster of the company.',
  };
}
