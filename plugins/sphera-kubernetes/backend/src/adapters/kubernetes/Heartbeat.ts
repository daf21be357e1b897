import { type Clock, pause } from '@sphera/plugin-operations-common';
import { ApiFailure } from './ApiFailure';
import type { ApiServer } from './ApiServer';

const EVERY_MS = 5_000;
/** Sooner while it fails, so that a cluster that is back is seen at once. */
const EVERY_WHILE_FAILING_MS = 2_000;
const LIMIT_MS = 3_000;

/**
 * Asks a cluster every few seconds whether it is there: a connection that is half dead
 * says nothing, and neither does a cluster in which nothing changes.
 */
export async function beat(deps: {
  server: ApiServer;
  clock: Clock;
  signal: AbortSignal;
  /** Told after each question; `failure` says why there was no good answer. */
  heard: (failure?: ApiFailure) => void;
}): Promise<void> {
  const { server, clock, signal, heard } = deps;
  while (!signal.aborted) {
    const failure = await question(server, signal);
    if (signal.aborted) return;
    heard(failure);
    await pause(failure ? EVERY_WHILE_FAILING_MS : EVERY_MS, clock, signal);
  }
}

async function question(
  server: ApiServer,
  signal: AbortSignal,
): Promise<ApiFailure | undefined> {
  try {
    const text = await server.text({
      path: '/readyz',
      signal,
      withinMs: LIMIT_MS,
    });
    return text.trim() === 'ok' ? undefined : ApiFailure.rubbish('no "ok"');
  } catch (error) {
    return error as ApiFailure;
  }
}
