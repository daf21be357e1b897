import { fetchApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { LogReader, LogView } from './LogReader';
import { readLog } from './readLog';

/** Names one log: a run of a container of a pod. */
export interface LogPlace {
  cluster: string;
  namespace: string;
  pod: string;
  /** Absent: the main one. */
  container?: string;
  /** The run before the last restart. */
  previous: boolean;
}

/** The log of a container, followed or not; `again` begins anew after it ended or failed. */
export function useLog(
  place: LogPlace,
  isFollowed: boolean,
): LogView & { again(): void } {
  const { fetch } = useApi(fetchApiRef);
  const { cluster, namespace, pod, container, previous } = place;
  const reader = useMemo(
    () =>
      new LogReader({
        open: (options, signal) =>
          readLog(
            fetch,
            { cluster, namespace, pod, container, previous, ...options },
            signal,
          ),
        onNextFrame: callback => requestAnimationFrame(callback),
        wait,
      }),
    [fetch, cluster, namespace, pod, container, previous],
  );
  useEffect(() => {
    // A run that is over has nothing to follow; it is read to its end.
    if (previous) reader.start(false);
    else if (isFollowed) reader.start(true);
    return () => reader.stop();
  }, [reader, isFollowed, previous]);
  const view = useSyncExternalStore(reader.subscribe, reader.read);
  const again = useCallback(() => reader.start(!previous), [reader, previous]);
  return { ...view, again };
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
