import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connectDatabase } from './database.ts';
import { closedPort, surroundings } from './testing/surroundings.ts';

describe('the database', () => {
  it('says which setting is missing', () => {
    assert.throws(() => connectDatabase(surroundings()), /DATABASE_HOST is missing/);
  });

  it('is not ready while nobody answers, and lets the service stop', async () => {
    const database = connectDatabase(
      surroundings({
        DATABASE_HOST: '127.0.0.1',
        DATABASE_PORT: await closedPort(),
        DATABASE_NAME: 'test',
        DATABASE_USER: 'test',
        DATABASE_PASSWORD: 'opens-nothing',
      }),
    );
    await database.start();
    await assert.rejects(database.check(), /ECONNREFUSED/);
    await database.stop();
  });
});
