import { TestDatabases } from '@backstage/backend-test-utils';
import { TOPICS } from '@sphera/plugin-flags-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered } from './__testUtils__/asking';
import { createBoolean, setFlag } from './__testUtils__/flagging';
import { expectInStep, expectSettled } from './__testUtils__/settled';
import { startWeather, type Weather } from './__testUtils__/startWeather';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

let weather: Weather;
beforeEach(async () => {
  const database = await databases.init('SQLITE_3');
  weather = await startWeather({ database, replicas: 2 });
});
afterEach(() => weather?.stop());

/** How many records the log of wishes has. */
async function countSent(): Promise<number> {
  const { log } = weather.wayOut;
  let count = 0;
  const partitions = await log.partitions(TOPICS.commands);
  for (let partition = 0; partition < partitions; partition++) {
    const { records } = await log.read(TOPICS.commands, partition, 0n, 0);
    count += records.length;
  }
  return count;
}

describe('of two replicas', () => {
  it('one alone sends what both were asked for, each wish once', async () => {
    const [one, other] = weather.portals;
    await createBoolean(one, 'shared');
    for (let n = 0; n < 5; n++) {
      await setFlag(one, 'shared', { defaultVariant: 'on' });
      await setFlag(other, 'shared', { defaultVariant: 'off' });
    }
    for (const { dana } of [one, other]) {
      await expectSettled(dana, weather.agents);
    }
    expect(await countSent()).toBe(11 * weather.agents.length);
  });

  it('the other one sends, and moves roll-outs, once the one that did is stopped', async () => {
    const [one, other] = weather.portals;
    await createBoolean(one, 'handed-over');
    await eventually(() => expectInStep(other.dana, weather.agents));
    const { id } = await answered(one.dana, 'start-rollout', {
      flag: 'handed-over',
      defaultVariant: 'on',
      soak: 'PT1H',
      reason: 'a test',
    });
    const rollout = () => answered(other.dana, 'get-rollout', { id });
    await eventually(async () =>
      expect((await rollout()).rings).toMatchObject([
        { state: 'soaking' },
        { state: 'waiting' },
      ]),
    );
    await one.stop();
    weather.clock.leap(60 * 60_000);
    await eventually(async () =>
      expect(await rollout()).toMatchObject({ state: 'done' }),
    );
    await setFlag(other, 'handed-over', { defaultVariant: 'off' });
    await expectSettled(other.dana, weather.agents);
  });
});
