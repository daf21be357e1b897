import { useApi } from '@backstage/frontend-plugin-api';
import {
  Operation,
  OutputOf,
  RequestOf,
} from '@sphera/plugin-operations-common';
import {
  keepPreviousData,
  useQuery,
  UseQueryResult,
} from '@tanstack/react-query';
import { answerCacheOf } from './answerCache';
import { operationsApiRef } from './operationsApi';
import { useLiveUpdates } from './useLiveUpdates';

/** How a page asks. */
export interface UseOperationOptions<T extends Operation> {
  /** Whether to ask at all. Default: true. */
  enabled?: boolean;
  /** Go on showing the last answer while another input is asked about. */
  keepPrevious?: boolean;
  /** Milliseconds until it asks again after this answer, where live updates are not enough. */
  askAgainIn?: (answer: OutputOf<T>) => number | undefined;
}

/** The answer of a reading operation, cached, shared and kept fresh. */
export function useOperation<T extends Operation>(
  operation: T,
  input: RequestOf<T>,
  options: UseOperationOptions<T> = {},
): UseQueryResult<OutputOf<T>, Error> {
  const { enabled = true, keepPrevious, askAgainIn } = options;
  const client = useApi(operationsApiRef);
  const interval = useLiveUpdates(operation.plugin, enabled);
  return useQuery<OutputOf<T>, Error>(
    {
      queryKey: [operation.plugin, operation.name, input],
      queryFn: ({ signal }) => client.call(operation, input, { signal }),
      enabled,
      refetchInterval: ({ state: { data } }) =>
        (data && askAgainIn?.(data)) ?? interval,
      placeholderData: keepPrevious ? keepPreviousData : undefined,
    },
    answerCacheOf(client),
  );
}
