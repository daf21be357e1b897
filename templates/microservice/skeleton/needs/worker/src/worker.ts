import { setTimeout as wait } from 'node:timers/promises';
import { Counter } from 'prom-client';
import type { Part, Surroundings } from './part.ts';
import { number } from './settings.ts';

/**
 * Does a job again and again, with `WORKER_PAUSE_SECONDS` (10) after each. A job
 * that fails is in the log and in the metrics, and the next one comes in its time.
 *
 * @param job is told by the signal that the service is about to stop
 */
export function startWorker(
  { env, log, metrics }: Surroundings,
  job: (signal: AbortSignal) => Promise<void> = doNothingYet,
): Part {
  const pause = number(env, 'WORKER_PAUSE_SECONDS', 10) * 1_000;
  const jobs = new Counter({
    name: 'worker_jobs_total',
    help: 'Jobs that the worker has done',
    labelNames: ['outcome'],
    registers: [metrics],
  });
  const stopping = new AbortController();
  let loop: Promise<void> | undefined;

  async function work(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await job(stopping.signal);
        jobs.inc({ outcome: 'done' });
      } catch (error) {
        jobs.inc({ outcome: 'failed' });
        log.error({ err: error }, 'a job of the worker failed');
      }
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  return {
    async start() {
      loop = work();
    },
    async check() {
      if (!loop) throw new Error('the worker has not begun');
    },
    async stop() {
      stopping.abort();
      await loop;
    },
  };
}

/** The place for what the worker does. */
async function doNothingYet(): Promise<void> {}
