import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fastify } from 'fastify';
import { addRoutes } from './routes.ts';

describe('greetings', () => {
  const app = fastify();
  addRoutes(app);

  it('greet by name', async () => {
    const answer = await app.inject('/greetings/Dana');
    assert.equal(answer.statusCode, 200);
    assert.deepEqual(answer.json(), { greeting: 'Hello, Dana' });
  });

  it('refuse a name that is too long', async () => {
    const answer = await app.inject(`/greetings/${'a'.repeat(51)}`);
    assert.equal(answer.statusCode, 400);
  });
});
