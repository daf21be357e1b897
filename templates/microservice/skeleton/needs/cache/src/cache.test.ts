import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connectCache } from './cache.ts';
import { closedPort, surroundings } from './testing/surroundings.ts';

describe('the cache', () => {
  it('says which setting is missing', () => {
    assert.throws(() => connectCache(surroundings()), /CACHE_HOST is missing/);
  });

  it('is not ready while nobody answers, and lets the service stop', async () => {
    const cache = connectCache(surroundings({ CACHE_HOST: '127.0.0.1', CACHE_PORT: await closedPort() }));
    await cache.start();
    await assert.rejects(cache.check(), /not connected/);
    await assert.rejects(cache.client.get('anything'));
    await cache.stop();
  });
});
