import { listLocks, Lock } from '@sphera/plugin-locks-common';
import { useOperationPages } from '@sphera/plugin-operations-react';
import { useEffect, useMemo } from 'react';

const MOST_AT_ONCE = 200;

/** The locks that hold now. */
export interface ActiveLocks {
  /** On all services, the newest first. */
  onEverything: Lock[];
  /** On one service each, the newest first. */
  onServices: Lock[];
  /** Nothing is known yet. */
  isPending: boolean;
  /** Why nothing is known. */
  error: Error | null;
  retry(): void;
}

/** Every lock that holds now, however many pages there are: a lock on all services may be on the last. */
export function useActiveLocks(): ActiveLocks {
  const pages = useOperationPages(listLocks, {
    state: 'active',
    limit: MOST_AT_ONCE,
  });
  const { data, hasNextPage, isFetching, fetchNextPage, refetch } = pages;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return useMemo(() => {
    const locks = data?.pages.flatMap(page => page.items) ?? [];
    return {
      onEverything: locks.filter(lock => !lock.service),
      onServices: locks.filter(lock => lock.service),
      isPending: pages.isPending,
      error: data ? null : pages.error,
      retry: () => void refetch(),
    };
  }, [data, pages.isPending, pages.error, refetch]);
}
