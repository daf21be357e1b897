import { useApi, useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { useEffect } from 'react';
import { answerCacheOf } from './answerCache';
import { liveUpdatesOf } from './LiveUpdates';
import { operationsApiRef } from './operationsApi';

const WITHOUT_SIGNALS_MS = 10_000;
// A message may be lost while the socket is down, and nobody says so.
const WITH_SIGNALS_MS = 30_000;

/**
 * Refreshes what the page knows of a plugin whenever it changes there.
 *
 * @returns how often a page should ask by itself besides, in milliseconds.
 */
export function useLiveUpdates(plugin: string, enabled: boolean): number {
  const client = useApi(operationsApiRef);
  const signals = useApiHolder().get(signalApiRef);
  useEffect(
    () =>
      signals && enabled
        ? liveUpdatesOf(answerCacheOf(client), signals).listen(plugin)
        : undefined,
    [client, signals, plugin, enabled],
  );
  return signals ? WITH_SIGNALS_MS : WITHOUT_SIGNALS_MS;
}
