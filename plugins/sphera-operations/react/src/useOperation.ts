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
export interface UseOperationOptions {
  /** Whether to ask at all. Default: true. */
  enabled?: boolean;
  /** Go on showing the last answer while another input is asked about. */
  keepPrevious?: boolean;
  /** Milliseconds between asking again, where live updates are not enough. */
  refetchInterval?: number;
}

/** The answer of a reading operation, cached, shared and kept fresh. */
export function useOperation<T extends Operation>(
  operation: T,
  input: RequestOf<T>,
  options: UseOperationOptions = {},
): UseQueryResult<OutputOf<T>, Error> {
  const { enabled = true, keepPrevious, refetchInterval } = options;
  const client = useApi(operationsApiRef);
  const interval = useLiveUpdates(operation.plugin, enabled);
  return useQuery<OutputOf<T>, Error>(
    {
      queryKey: [operation.plugin, operation.name, input],
      queryFn: ({ signal }) => client.call(operation, input, { signal }),
      enabled,
      refetchInterval: refetchInterval ?? interval,
      placeholderData: keepPrevious ? keepPreviousData : undefined,
    },
    answerCacheOf(client),
  );
}
