import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Question, readQuestion, writeQuestion } from './question';

/** The question in the address of the page, and how to ask another. */
export interface AskedQuestion {
  question: Question;
  /** Changes some of it; unless a cursor is among the changes, back to the newest. */
  change(changes: Partial<Question>): void;
  /** Opens an action, or closes the one that is open. */
  open(action: string | undefined): void;
  clear(): void;
}

/** The question lives in the address: it can be shared, and the way back leads through it. */
export function useQuestion(): AskedQuestion {
  const [query, setQuery] = useSearchParams();
  const question = useMemo(() => readQuestion(query), [query]);
  const change = useCallback(
    (changes: Partial<Question>) =>
      setQuery(
        now =>
          writeQuestion(
            { ...readQuestion(now), cursor: undefined, ...changes },
            now,
          ),
        // Typing a word must not leave a step back for each letter.
        { replace: 'text' in changes },
      ),
    [setQuery],
  );
  const open = useCallback(
    (action: string | undefined) =>
      setQuery(now => writeQuestion({ ...readQuestion(now), action }, now)),
    [setQuery],
  );
  const clear = useCallback(
    () => setQuery(now => writeQuestion({}, now)),
    [setQuery],
  );
  return { question, change, open, clear };
}
