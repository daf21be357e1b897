import { OperationsClient } from '@sphera/plugin-operations-common';
import { QueryClient } from '@tanstack/react-query';
import { isRefusal } from './messages';

const FRESH_FOR_MS = 5_000;
const RETRY_AFTER_MS = 300;

const caches = new WeakMap<OperationsClient, QueryClient>();

/**
 * The answers that a client has had, shared by everything on the page. It hangs
 * on the client and not on a React provider, since dialogs and the app's root
 * elements are drawn outside of any provider of ours.
 */
export function answerCacheOf(client: OperationsClient): QueryClient {
  const known = caches.get(client);
  if (known) return known;
  const cache = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_FOR_MS,
        retry: (failures, error) => failures < 1 && !isRefusal(error),
        retryDelay: RETRY_AFTER_MS,
      },
    },
  });
  caches.set(client, cache);
  return cache;
}
