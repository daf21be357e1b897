import type { Pod } from '@sphera/plugin-kubernetes-common';
import { useEffect, useRef } from 'react';
import type { Reading } from './LogReader';

type Container = Pod['containers'][number];

/** How many runs of a container have begun; 0: it never started. */
export function runsOf({ state, restarts }: Container): number {
  return restarts === 0 && state === 'waiting' ? 0 : restarts + 1;
}

/**
 * Reads on by itself when a container that ended, or had yet to start, runs again.
 *
 * @param runs - how many of its runs have begun; undefined: nobody knows, or nothing is followed.
 */
export function useNextRun(
  reading: Reading,
  runs: number | undefined,
  again: () => void,
) {
  const opened = useRef(runs);
  const { state } = reading;
  useEffect(() => {
    if (state === 'connecting') opened.current = runs;
    opened.current ??= runs;
    const isOver = state === 'ended' || state === 'failed';
    if (isOver && runs !== undefined && runs > opened.current!) again();
  }, [state, runs, again]);
}
