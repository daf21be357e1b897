import type { Running } from '../bus/Bus';

/** Lets something run until it, or all around it, is stopped; stopped: it has come to its end. */
export function startRunning(
  around: AbortSignal,
  run: (signal: AbortSignal) => Promise<void>,
): Running {
  const own = new AbortController();
  const ended = run(AbortSignal.any([around, own.signal]));
  return {
    async stop() {
      own.abort();
      await ended;
    },
  };
}
