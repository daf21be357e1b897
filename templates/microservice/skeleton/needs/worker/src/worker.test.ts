import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { surroundings } from './testing/surroundings.ts';
import { startWorker } from './worker.ts';

describe('the worker', () => {
  it('does its job again and again, also after one that failed', async () => {
    const { promise: thirdTime, resolve } = Promise.withResolvers<void>();
    const around = surroundings({ WORKER_PAUSE_SECONDS: '0' });
    let times = 0;
    const worker = startWorker(around, async () => {
      times += 1;
      if (times === 1) throw new Error('not this time');
      if (times === 3) resolve();
    });
    await worker.start();
    await thirdTime;
    await worker.stop();
    const metrics = await around.metrics.metrics();
    assert.match(metrics, /^worker_jobs_total\{outcome="failed"\} 1$/m);
    assert.match(metrics, /^worker_jobs_total\{outcome="done"\} [2-9]/m);
  });

  it('finishes the job at hand before it stops, and begins no other', async () => {
    const { promise: begun, resolve } = Promise.withResolvers<void>();
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    const events: string[] = [];
    const worker = startWorker(surroundings(), async () => {
      resolve();
      await mayEnd;
      events.push('job done');
    });
    await worker.start();
    await begun;
    const stopped = worker.stop().then(() => events.push('stopped'));
    end();
    await stopped;
    assert.deepEqual(events, ['job done', 'stopped']);
  });
});
