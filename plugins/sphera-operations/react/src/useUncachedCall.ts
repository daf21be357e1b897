import { useApi } from '@backstage/frontend-plugin-api';
import {
  Operation,
  OutputOf,
  RequestOf,
} from '@sphera/plugin-operations-common';
import { useCallback } from 'react';
import { answerCacheOf } from './answerCache';
import { operationsApiRef } from './operationsApi';

/** Calls an operation once. */
export type UncachedCall = <T extends Operation>(
  operation: T,
  input: RequestOf<T>,
  options?: { signal?: AbortSignal },
) => Promise<OutputOf<T>>;

/**
 * For confidential operations: neither what is asked nor what is answered stays in
 * any cache, as it would with `useOperation` and `useOperationMutation`. After a
 * change, also one that failed half-way, pages ask anew.
 */
export function useUncachedCall(): UncachedCall {
  const client = useApi(operationsApiRef);
  return useCallback<UncachedCall>(
    async (operation, input, options) => {
      try {
        return await client.call(operation, input, options);
      } finally {
        if (operation.effect !== 'read') {
          const queryKey = [operation.plugin];
          void answerCacheOf(client).invalidateQueries({ queryKey });
        }
      }
    },
    [client],
  );
}
