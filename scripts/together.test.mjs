import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startTogether } from './together.mjs';

describe('things that start together', () => {
  const thing = (name, stopped) => ({ name, stop: () => stopped.push(name) });

  it('are answered in the order given, and stop together', async () => {
    const stopped = [];
    const { started, stop } = await startTogether([
      Promise.resolve(thing('a', stopped)),
      Promise.resolve(thing('b', stopped)),
    ]);
    assert.deepEqual(
      started.map(({ name }) => name),
      ['a', 'b'],
    );
    await stop();
    assert.deepEqual(stopped, ['a', 'b']);
  });

  it('stop again where one of them fails', async () => {
    const stopped = [];
    await assert.rejects(
      startTogether([
        Promise.reject(new Error('no disk')),
        Promise.resolve(thing('b', stopped)),
      ]),
      { message: 'no disk' },
    );
    assert.deepEqual(stopped, ['b']);
  });
});
