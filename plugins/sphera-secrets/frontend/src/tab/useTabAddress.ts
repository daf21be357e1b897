import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  addressOf,
  Question,
  readQuestion,
  readSelection,
  Selection,
} from './address';

/** What the address of the tab says, and how to change it. */
export interface TabAddress {
  question: Question;
  selection?: Selection;
  /** Asks another question about the same service. */
  ask(changes: Partial<Question>): void;
  /** Leaves no secret out. */
  clear(): void;
  /** Looks at no secret closely. */
  unselect(): void;
}

/** What one looks at lives in the address: it can be shared, and the way back leads through it. */
export function useTabAddress(): TabAddress {
  const [query, setQuery] = useSearchParams();
  const question = useMemo(() => readQuestion(query), [query]);
  const selection = useMemo(() => readSelection(query), [query]);
  const ask = useCallback(
    (changes: Partial<Question>) =>
      setQuery(addressOf({ ...question, ...changes }, selection), {
        // Typing a word must not leave a step back for each letter.
        replace: 'text' in changes,
      }),
    [question, selection, setQuery],
  );
  const clear = useCallback(
    () => setQuery(addressOf({}, selection)),
    [selection, setQuery],
  );
  const unselect = useCallback(
    () => setQuery(addressOf(question)),
    [question, setQuery],
  );
  return { question, selection, ask, clear, unselect };
}
