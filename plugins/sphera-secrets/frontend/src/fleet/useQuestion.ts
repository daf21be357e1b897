import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Question, readQuestion, writeQuestion } from './question';

/** The question in the address of the page, and how to ask another. */
export interface AskedQuestion {
  question: Question;
  /** Changes some of it. */
  change(changes: Partial<Question>): void;
  /** Leaves nothing of the view out. */
  clear(): void;
}

/** The question lives in the address: it can be shared, and the way back leads through it. */
export function useQuestion(): AskedQuestion {
  const [query, setQuery] = useSearchParams();
  const question = useMemo(() => readQuestion(query), [query]);
  const change = useCallback(
    (changes: Partial<Question>) =>
      // Typing a word must not leave a step back for each letter.
      setQuery(writeQuestion({ ...question, ...changes }), {
        replace: 'text' in changes,
      }),
    [question, setQuery],
  );
  const clear = useCallback(
    () => setQuery(writeQuestion({ view: question.view })),
    [question, setQuery],
  );
  return { question, change, clear };
}
