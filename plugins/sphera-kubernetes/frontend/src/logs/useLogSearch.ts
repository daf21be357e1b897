import { useCallback, useMemo, useState } from 'react';
import { LogChunk } from './logContents';
import { Match, MatchCounter } from './search';

/** The search within a log, and the match that one looks at. */
export interface LogSearch {
  words: string;
  change(words: string): void;
  total: number;
  /** From 1; 0: at none. */
  position: number;
  match?: Match;
  /** Goes to the next match, or, with -1, to the one before. */
  go(step: 1 | -1): void;
}

/** Looks for words in the lines that are kept. The first step goes to the newest match. */
export function useLogSearch(chunks: readonly LogChunk[]): LogSearch {
  const [words, setWords] = useState('');
  const [match, setMatch] = useState<Match>();
  const counter = useMemo(() => new MatchCounter(words), [words]);
  const total = words ? counter.inAll(chunks) : 0;
  const position = match && words ? counter.positionOf(match, chunks) : 0;
  const change = useCallback((next: string) => {
    setWords(next);
    setMatch(undefined);
  }, []);
  const go = (step: 1 | -1) =>
    setMatch(counter.at(position === 0 ? total : position + step, chunks));
  return { words, change, total, position, match, go };
}
