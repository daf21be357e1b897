import { TestDatabases } from '@backstage/backend-test-utils';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered } from './__testUtils__/asking';
import { createBoolean, setFlag, statesOf } from './__testUtils__/flagging';
import {
  expectAnsweredOnce,
  expectInStep,
  historyOf,
} from './__testUtils__/settled';
import { startWeather, type Weather } from './__testUtils__/startWeather';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const CLUSTER = 'production-eu';

let weather: Weather;
beforeAll(async () => {
  weather = await startWeather({
    database: await databases.init('SQLITE_3'),
    config: { resendAfter: 'PT10S' },
  });
});
afterAll(() => weather?.stop());

async function expectSettled(): Promise<void> {
  const { dana } = weather.portal;
  await weather.passUntil(() => expectInStep(dana, weather.agents));
  await eventually(() => expectAnsweredOnce(dana));
}

/** Flags with some history, one of them retired; the file of a cluster as it was before. */
async function weekOfChanges(prefix: string): Promise<string> {
  const { portal } = weather;
  const [kept, retired, fresh] = ['kept', 'retired', 'fresh'].map(
    name => `${prefix}-${name}`,
  );
  await createBoolean(portal, kept);
  await createBoolean(portal, retired);
  await expectSettled();
  const before = await weather.agent(CLUSTER).text();
  await setFlag(portal, kept);
  await setFlag(portal, kept, { defaultVariant: 'off' });
  await setFlag(portal, kept);
  const retire = { flag: retired, reason: 'a test' };
  await answered(portal.dana, 'retire-flag', retire);
  await createBoolean(portal, fresh);
  await expectSettled();
  return before;
}

describe('a cluster follows again', () => {
  it('where it was restored from a backup while its agent was off, and the history stays as it was', async () => {
    const before = await weekOfChanges('off');
    const history = await historyOf(weather.portal.dana);
    const agent = weather.agent(CLUSTER);
    await agent.stop();
    await agent.put(before);
    agent.start();
    await expectSettled();
    expect(await agent.flags()).not.toHaveProperty('off-retired');
    expect(await historyOf(weather.portal.dana)).toEqual(history);
  });

  it('where an older file is put under its running agent', async () => {
    const before = await weekOfChanges('running');
    const history = await historyOf(weather.portal.dana);
    const agent = weather.agent(CLUSTER);
    await agent.put(before);
    await weather.passUntil(async () => {
      expect(await agent.flags()).toMatchObject({
        'running-fresh': { metadata: { 'sphera-revision': 1 } },
      });
    });
    await expectSettled();
    expect(await historyOf(weather.portal.dana)).toEqual(history);
  });

  it('where it is new, with nothing at all', async () => {
    const agent = weather.agent(CLUSTER);
    await agent.stop();
    const before = await agent.flags();
    await agent.lose();
    agent.start();
    await expectSettled();
    expect(await agent.flags()).toEqual(before);
  });

  it('where the log was emptied together with its disk, by what the portal sends again', async () => {
    await weekOfChanges('emptied');
    const history = await historyOf(weather.portal.dana);
    const agent = weather.agent(CLUSTER);
    for (const each of weather.agents) await each.stop();
    weather.emptyLog();
    await agent.lose();
    for (const each of weather.agents) each.start();
    await weather.passUntil(async () => {
      expect(await statesOf(weather.portal, 'emptied-kept')).toMatchObject({
        [CLUSTER]: 'changed',
      });
    });
    await expectSettled();
    expect(await historyOf(weather.portal.dana)).toEqual(history);
  });
});

describe('what somebody did by hand', () => {
  it('is told, left as it is, and brought in step when somebody asks for it', async () => {
    const { portal } = weather;
    const agent = weather.agent(CLUSTER);
    await createBoolean(portal, 'by-hand');
    await expectSettled();
    const document = JSON.parse(await agent.text());
    document.flags['by-hand'].defaultVariant = 'on';
    await agent.put(JSON.stringify(document));
    await weather.passUntil(async () => {
      expect(await statesOf(portal, 'by-hand')).toMatchObject({
        [CLUSTER]: 'changed',
      });
    });
    expect(await agent.flags()).toMatchObject({
      'by-hand': { defaultVariant: 'on' },
    });
    await answered(portal.dana, 'mend-drift', {
      flag: 'by-hand',
      cluster: CLUSTER,
      reason: 'a test',
    });
    await expectSettled();
    expect(await agent.flags()).toMatchObject({
      'by-hand': { defaultVariant: 'off' },
    });
  });
});
