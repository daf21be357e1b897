import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { closedPort, surroundings } from './testing/surroundings.ts';
import { connectTopics } from './topics.ts';

describe('topics', () => {
  it('say which setting is missing', () => {
    assert.throws(() => connectTopics(surroundings()), /KAFKA_BROKERS is missing/);
  });

  it('are not ready while nobody answers, and let the service stop', async () => {
    const topics = connectTopics(surroundings({ KAFKA_BROKERS: `127.0.0.1:${await closedPort()}` }));
    await topics.start();
    await assert.rejects(topics.check(), /not connected/);
    await topics.stop();
  });
});
