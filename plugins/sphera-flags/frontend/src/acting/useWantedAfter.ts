import {
  type Flag,
  type FlagChange,
  type FlagDefinition,
  listChanges,
} from '@sphera/plugin-flags-common';
import { useOperationPages } from '@sphera/plugin-operations-react';
import { useEffect } from 'react';
import { wantedAfter } from './wantedAfter';

const PAGE_SIZE = 200;

/** What was wanted right after a change of a flag's history, once that is known for every cluster. */
export function useWantedAfter(
  flag: Flag,
  change: FlagChange,
): {
  wanted?: Map<string, FlagDefinition | null>;
  error: Error | null;
  retry(): void;
} {
  const pages = useOperationPages(listChanges, {
    flag: flag.flag,
    limit: PAGE_SIZE,
  });
  const changes = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const wanted = wantedAfter(changes, change.id);
  const isWhole =
    pages.data !== undefined &&
    (!pages.hasNextPage || flag.cells.every(one => wanted.has(one.cluster)));
  const mayGoOn = !isWhole && pages.hasNextPage && !pages.isFetching;
  const { fetchNextPage, error } = pages;
  useEffect(() => {
    if (mayGoOn && !error) void fetchNextPage();
  }, [mayGoOn, error, fetchNextPage]);
  return {
    wanted: isWhole ? wanted : undefined,
    error,
    retry: () => void (pages.data ? fetchNextPage() : pages.refetch()),
  };
}
