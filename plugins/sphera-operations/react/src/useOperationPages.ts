import { useApi } from '@backstage/frontend-plugin-api';
import {
  Operation,
  OutputOf,
  RequestOf,
} from '@sphera/plugin-operations-common';
import {
  InfiniteData,
  keepPreviousData,
  useInfiniteQuery,
  UseInfiniteQueryResult,
} from '@tanstack/react-query';
import { answerCacheOf } from './answerCache';
import { operationsApiRef } from './operationsApi';
import { useLiveUpdates } from './useLiveUpdates';
import type { UseOperationOptions } from './useOperation';

/** The pages of a list so far, with `fetchNextPage` for more. */
export function useOperationPages<T extends Operation>(
  operation: T,
  input: RequestOf<T>,
  options: Pick<UseOperationOptions<T>, 'keepPrevious'> = {},
): UseInfiniteQueryResult<InfiniteData<OutputOf<T>>, Error> {
  const client = useApi(operationsApiRef);
  const refetchInterval = useLiveUpdates(operation.plugin, true);
  return useInfiniteQuery(
    {
      queryKey: [operation.plugin, operation.name, 'pages', input],
      queryFn: ({ signal, pageParam }) =>
        client.call(operation, { ...input, cursor: pageParam }, { signal }),
      refetchInterval,
      placeholderData: options.keepPrevious ? keepPreviousData : undefined,
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page: OutputOf<T>) =>
        page.nextCursor as string | undefined,
    },
    answerCacheOf(client),
  );
}
