import { TestDatabases } from '@backstage/backend-test-utils';
import { RealKafka } from '@sphera/dev-fleet';
import { describeOwnKafka } from '@sphera/plugin-flags-node/testUtils';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered } from './__testUtils__/asking';
import { change, createNumbers } from './__testUtils__/kafka/changing';
import { startStorm, type Storm } from './__testUtils__/kafka/startStorm';
import { statesOf } from './__testUtils__/flagging';
import { allOf, expectSettled } from './__testUtils__/settled';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['MYSQL_8'] });
const PATIENCE = 150_000;
const A_MINUTE = 60_000;

describeOwnKafka('where brokers die', () => {
  let kafka: RealKafka;
  let storm: Storm;
  beforeAll(async () => {
    kafka = await RealKafka.start({ nodes: 3 });
    storm = await startStorm({
      database: await databases.init('MYSQL_8'),
      brokers: kafka.brokers,
    });
  });
  afterAll(async () => {
    await storm?.stop();
    await kafka?.stop();
  });

  /** Each cluster holds exactly what is wanted, each wish was acknowledged once, and nothing was kept aside. */
  const settled = async () => {
    for (const { dana } of storm.portals) {
      await expectSettled(dana, storm.agents, PATIENCE);
    }
    const { totalItems } = await answered(storm.portal.dana, 'list-set-aside');
    expect(totalItems).toBe(0);
  };

  it('a thousand changes arrive, though a broker is killed among them and restarted', async () => {
    const flags = Array.from({ length: 24 }, (_, n) => `number-${n}`);
    const callers = storm.portals.map(({ dana }) => dana);
    await createNumbers(callers[0], flags);
    await change(callers, flags, 1_000, async n => {
      if (n === 300) await kafka.kill(1);
      if (n === 700) await kafka.restart(1);
    });
    await settled();
    const changes = await allOf(callers[0], 'list-changes');
    expect(changes).toHaveLength(1_000 + flags.length);
  });

  it('what is changed while all of them are gone for a minute waits, and arrives', async () => {
    const [{ dana }] = storm.portals;
    const flags = ['patient-1', 'patient-2'];
    await createNumbers(dana, flags);
    await settled();
    await kafka.killAll();
    await change([dana], flags, 20);
    await eventually(async () => {
      const { state, queued } = await answered(dana, 'get-messaging');
      expect({ state, queued }).toEqual({
        state: 'away',
        queued: 20 * storm.agents.length,
      });
      const states = Object.values(await statesOf(storm.portal, flags[0]));
      expect(new Set(states)).toEqual(new Set(['queued']));
    }, PATIENCE);
    await new Promise(resolve => setTimeout(resolve, A_MINUTE));
    await change([dana], flags, 20);
    await kafka.restartAll();
    await settled();
  });
});
