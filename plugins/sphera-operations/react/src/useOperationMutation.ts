import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  Operation,
  OutputOf,
  RequestOf,
} from '@sphera/plugin-operations-common';
import { useMutation, UseMutationResult } from '@tanstack/react-query';
import { answerCacheOf } from './answerCache';
import { messageOf } from './messages';
import { operationsApiRef } from './operationsApi';

/** What happens around a change. */
export interface UseOperationMutationOptions<T extends Operation> {
  onSuccess?(answer: OutputOf<T>, input: RequestOf<T>): void;
  /** Whether the page itself says what went wrong. Default: a toast does. */
  quiet?: boolean;
}

/** An operation that changes something; afterwards the page asks anew. */
export function useOperationMutation<T extends Operation>(
  operation: T,
  options: UseOperationMutationOptions<T> = {},
): UseMutationResult<OutputOf<T>, Error, RequestOf<T>> {
  const client = useApi(operationsApiRef);
  const toasts = useApi(toastApiRef);
  const cache = answerCacheOf(client);
  return useMutation<OutputOf<T>, Error, RequestOf<T>>(
    {
      mutationFn: input => client.call(operation, input),
      onSuccess: (answer, input) => {
        void cache.invalidateQueries({ queryKey: [operation.plugin] });
        options.onSuccess?.(answer, input);
      },
      onError: error => {
        if (options.quiet) return;
        toasts.post({ title: messageOf(error), status: 'danger' });
      },
    },
    cache,
  );
}
