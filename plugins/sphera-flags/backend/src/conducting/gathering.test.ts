import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  eventually,
  HandClock,
} from '@sphera/plugin-operations-common/testUtils';

import { openStores } from '../storage/openStore';
import { Relay } from './Relay';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** A relay on a real outbox; how large its batches were, and a way to hold the one that is being sent. */
async function startRelay() {
  const knex = await databases.init('SQLITE_3');
  const { outbox } = await openStores(mockServices.database({ knex }));
  const clock = new HandClock();
  const batches: number[] = [];
  let letGo = () => {};
  const relay = new Relay(
    {
      outbox,
      bus: {
        state: { state: 'connected', since: clock.now() },
        onState: () => {},
        sendCommands: async records => {
          batches.push(records.length);
          await new Promise<void>(resolve => (letGo = resolve));
        },
      },
      clock,
      logger: mockServices.logger.mock(),
    },
    () => true,
  );
  let last = 0;
  return {
    clock,
    batches,
    relay,
    async write(count: number) {
      const wishes = Array.from({ length: count }, () => ({
        cell: `cluster/flag-${++last}`,
        revision: 1,
        queued_at: clock.now(),
        message: '{}',
      }));
      await knex.batchInsert('flag_outbox', wishes, 100);
      relay.wake();
    },
    /** What is on its way has arrived, and is off the outbox. */
    async arrives(left: number) {
      letGo();
      await eventually(async () =>
        expect((await outbox.size()).queued).toBe(left),
      );
    },
    async stop() {
      letGo();
      await relay.stop();
    },
  };
}

describe('wishes that are written while others are on their way', () => {
  it('gather after many, and go together', async () => {
    const { clock, batches, write, arrives, stop } = await startRelay();
    await write(300);
    await eventually(() => expect(batches).toEqual([300]));
    await write(1);
    await arrives(1);
    await write(1);
    await eventually(() => {
      clock.pass(100);
      expect(batches).toEqual([300, 2]);
    });
    await stop();
  });

  it('go at once after few', async () => {
    const { batches, write, arrives, stop } = await startRelay();
    await write(100);
    await eventually(() => expect(batches).toEqual([100]));
    await write(1);
    await arrives(1);
    await eventually(() => expect(batches).toEqual([100, 1]));
    await stop();
  });

  it('are not waited for by a relay that is to stop', async () => {
    const { batches, write, arrives, relay } = await startRelay();
    await write(300);
    await eventually(() => expect(batches).toEqual([300]));
    await write(1);
    await arrives(1);
    await relay.stop();
    expect(batches).toEqual([300]);
  });
});
