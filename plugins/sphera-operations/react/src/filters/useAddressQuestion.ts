import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** The question in the address of a page, and how to ask another. */
export interface AskedQuestion<Q> {
  question: Q;
  /** Changes some of it; a list begins at its first page again. */
  change(changes: Partial<Q>): void;
  /** Leaves nothing out any more. */
  clear(): void;
}

/** How a question stands in an address. The same object each time a page is drawn. */
export interface QuestionInAddress<Q> {
  read(query: URLSearchParams): Q;
  write(question: Q): URLSearchParams;
  /** The question that leaves nothing out; what is no filter stays. */
  cleared(question: Q): Q;
}

/** The question lives in the address: it can be shared, and the way back leads through it. */
export function useAddressQuestion<Q extends object>({
  read,
  write,
  cleared,
}: QuestionInAddress<Q>): AskedQuestion<Q> {
  const [query, setQuery] = useSearchParams();
  const question = useMemo(() => read(query), [read, query]);
  const change = useCallback(
    (changes: Partial<Q>) =>
      // Typing a word must not leave a step back for each letter.
      setQuery(write({ ...question, cursor: undefined, ...changes }), {
        replace: 'text' in changes,
      }),
    [question, setQuery, write],
  );
  const clear = useCallback(
    () => setQuery(write(cleared(question))),
    [question, setQuery, write, cleared],
  );
  return { question, change, clear };
}
