import { checkName, newNameField } from '@sphera/plugin-creation-common';
import type { OutputOf } from '@sphera/plugin-operations-common';
import { useOperation } from '@sphera/plugin-operations-react';
import { useSettled } from './useSettled';

/** What is known of a name while it is typed. */
export type NameCheck =
  | { is: 'nothing' }
  | { is: 'wrong'; sentence: string }
  | { is: 'asked' }
  | { is: 'answered'; answer: OutputOf<typeof checkName> }
  | { is: 'failed'; error: Error };

/** Looks at the form of a name at once, and asks every place whether it is taken once nobody types for a moment. */
export function useNameCheck(name: string): NameCheck {
  const wrong = whatIsWrong(name);
  const settled = useSettled(name);
  const { data, error } = useOperation(
    checkName,
    { name: settled },
    { enabled: settled !== '' && !whatIsWrong(settled) },
  );
  if (!name) return { is: 'nothing' };
  if (wrong) return { is: 'wrong', sentence: wrong };
  if (settled !== name) return { is: 'asked' };
  if (data) return { is: 'answered', answer: data };
  return error ? { is: 'failed', error } : { is: 'asked' };
}

/** What the form of a name should be, where it is not that. */
export function whatIsWrong(name: string): string | undefined {
  return newNameField.safeParse(name).error?.issues[0].message;
}
