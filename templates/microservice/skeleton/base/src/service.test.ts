import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { Part } from './part.ts';
import { startService, type Service } from './service.ts';

describe('the service', () => {
  let service: Service | undefined;
  afterEach(async () => service?.stop());

  async function start(parts: Record<string, Part> = {}): Promise<(path: string) => Promise<Response>> {
    service = await startService({ PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' }, () => parts);
    const { url } = service;
    return path => fetch(`${url}${path}`);
  }

  it('is live and ready', async () => {
    const get = await start();
    assert.equal((await get('/health/live')).status, 200);
    assert.equal((await get('/health/ready')).status, 200);
  });

  it('is live but not ready while a part cannot work, and names it', async () => {
    const get = await start({ stock: part(), prices: part({ check: async () => Promise.reject(new Error('away')) }) });
    assert.equal((await get('/health/live')).status, 200);
    const answer = await get('/health/ready');
    assert.equal(answer.status, 503);
    assert.deepEqual(await answer.json(), { status: 'not ready', waitsFor: ['prices'] });
  });

  it('measures requests by route and status', async () => {
    const get = await start();
    await get('/health/live');
    await get('/no/such/page?with=query');
    const text = await (await get('/metrics')).text();
    assert.match(text, /^process_cpu_seconds_total /m);
    assert.match(text, /^http_request_duration_seconds_count\{method="GET",route="\/health\/live",status="200"\} 1$/m);
    assert.match(text, /^http_request_duration_seconds_count\{method="GET",route="unknown",status="404"\} 1$/m);
  });

  it('starts its parts in order and stops the last one first', async () => {
    const events: string[] = [];
    const noting = (name: string) =>
      part({
        start: async () => void events.push(`start ${name}`),
        stop: async () => void events.push(`stop ${name}`),
      });
    await start({ database: noting('database'), worker: noting('worker') });
    await service?.stop();
    service = undefined;
    assert.deepEqual(events, ['start database', 'start worker', 'stop worker', 'stop database']);
  });
});

const part = (wanted: Partial<Part> = {}): Part => ({
  start: async () => {},
  check: async () => {},
  stop: async () => {},
  ...wanted,
});
