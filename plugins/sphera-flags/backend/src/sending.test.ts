import { TestDatabases } from '@backstage/backend-test-utils';
import { parseCommandKey, TOPICS } from '@sphera/plugin-flags-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import type { Knex } from 'knex';
import { answered } from './__testUtils__/asking';
import { createBoolean, setFlag, statesOf } from './__testUtils__/flagging';
import { expectInStep, expectSettled } from './__testUtils__/settled';
import { startWeather, type Weather } from './__testUtils__/startWeather';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

let database: Knex;
let weather: Weather;
beforeAll(async () => {
  database = await databases.init('SQLITE_3');
  weather = await startWeather({
    database,
    config: { resendAfter: 'PT10S' },
  });
});
afterAll(() => weather?.stop());

const settled = () => expectSettled(weather.portal.dana, weather.agents);

/** Revisions in the order in which the log has them, by key. */
async function revisionsSent(flag: string): Promise<Record<string, number[]>> {
  const { log } = weather.wayOut;
  const found: Record<string, number[]> = {};
  const partitions = await log.partitions(TOPICS.commands);
  for (let partition = 0; partition < partitions; partition++) {
    const { records } = await log.read(TOPICS.commands, partition, 0n, 0);
    for (const { key, value } of records) {
      if (parseCommandKey(key ?? '')?.flag !== flag) continue;
      (found[key!] ??= []).push(JSON.parse(value!).revision);
    }
  }
  return found;
}

describe('wishes', () => {
  it('reach every cluster, and are acknowledged once by each', async () => {
    await createBoolean(weather.portal, 'new-checkout');
    await setFlag(weather.portal, 'new-checkout');
    await settled();
    for (const agent of weather.agents) {
      expect(await agent.flags()).toMatchObject({
        'new-checkout': {
          defaultVariant: 'on',
          metadata: { 'sphera-revision': 2 },
        },
      });
    }
  });

  it('are sent in the order in which they were made, each once', async () => {
    await createBoolean(weather.portal, 'ordered');
    for (let n = 0; n < 10; n++) {
      const defaultVariant = n % 2 ? 'off' : 'on';
      await setFlag(weather.portal, 'ordered', { defaultVariant });
    }
    await settled();
    const each = Array.from({ length: 11 }, (_, n) => n + 1);
    const sent = await revisionsSent('ordered');
    expect(Object.keys(sent)).toHaveLength(weather.agents.length);
    for (const revisions of Object.values(sent)) {
      expect(revisions).toEqual(each);
    }
  });

  it('wait while the other side is away, and are delivered once it is back', async () => {
    const { portal, wayOut } = weather;
    await createBoolean(portal, 'patient');
    await settled();
    wayOut.disturbance = { isAway: true };
    await setFlag(portal, 'patient');
    await setFlag(portal, 'patient', { defaultVariant: 'off' });
    await setFlag(portal, 'patient');
    await weather.passUntil(async () => {
      const states = Object.values(await statesOf(portal, 'patient'));
      expect(states).toEqual(states.map(() => 'queued'));
      expect(await answered(portal.dana, 'get-messaging')).toMatchObject({
        state: 'away',
        queued: 3 * weather.agents.length,
      });
    });
    wayOut.disturbance = {};
    await weather.passUntil(async () => {
      expect(await answered(portal.dana, 'get-messaging')).toMatchObject({
        state: 'connected',
        queued: 0,
      });
    });
    await settled();
  });

  it('are sent again where it is not known whether they arrived, and are acknowledged once', async () => {
    const { portal, wayOut } = weather;
    wayOut.disturbance = { losesAnswers: true };
    await createBoolean(portal, 'doubled');
    await setFlag(portal, 'doubled');
    await weather.passUntil(async () => {
      const sent = await revisionsSent('doubled');
      expect(Object.keys(sent)).toHaveLength(weather.agents.length);
      for (const revisions of Object.values(sent)) {
        expect(revisions.length).toBeGreaterThan(2);
      }
    });
    wayOut.disturbance = {};
    await weather.passUntil(async () => {
      const { queued } = await answered(portal.dana, 'get-messaging');
      expect(queued).toBe(0);
    });
    await settled();
  });

  it('may arrive twice and in any order', async () => {
    const { portal, wayOut } = weather;
    wayOut.disturbance = { isAway: true };
    for (const flag of ['shuffled', 'mixed']) {
      await createBoolean(portal, flag);
      await setFlag(portal, flag);
      await setFlag(portal, flag, { defaultVariant: 'off' });
    }
    // The last comes first, and each comes twice.
    wayOut.disturbance = {
      arrives: records => [...records, ...records].reverse(),
    };
    await weather.passUntil(async () => {
      const { queued } = await answered(portal.dana, 'get-messaging');
      expect(queued).toBe(0);
    });
    wayOut.disturbance = {};
    await settled();
  });

  it('are sent again where they were lost on their way to a cluster that is there', async () => {
    const { portal, wayOut } = weather;
    wayOut.disturbance = { arrives: () => [] };
    await createBoolean(portal, 'lost');
    await eventually(async () => {
      const states = Object.values(await statesOf(portal, 'lost'));
      expect(states).toEqual(states.map(() => 'on-its-way'));
    });
    wayOut.disturbance = {};
    await weather.passUntil(() => expectInStep(portal.dana, weather.agents));
    await settled();
  });

  it('that were lost while a newer one came are answered with that', async () => {
    const { portal, wayOut } = weather;
    await createBoolean(portal, 'skipped');
    await settled();
    wayOut.disturbance = { arrives: () => [] };
    await setFlag(portal, 'skipped');
    await eventually(async () => {
      const states = Object.values(await statesOf(portal, 'skipped'));
      expect(states).toEqual(states.map(() => 'on-its-way'));
    });
    wayOut.disturbance = {};
    await setFlag(portal, 'skipped', { defaultVariant: 'off' });
    await settled();
  });

  it('wait for the turn of a replica that was killed to run out, and are sent by another', async () => {
    const { portal, clock } = weather;
    const until = () => clock.now() + 5_000;
    // The replica of this test looks for the turn at its next look, and finds that another one has it.
    const take = () =>
      database('flag_turn').update({ held_by: 'gone', held_until: until() });
    await take();
    await eventually(async () => {
      await take();
      clock.leap(1_500);
      await createBoolean(portal, `left-${clock.now()}`);
      const { queued } = await answered(portal.dana, 'get-messaging');
      expect(queued).toBe(weather.agents.length);
    });
    await weather.passUntil(async () => {
      const { queued } = await answered(portal.dana, 'get-messaging');
      expect(queued).toBe(0);
    });
    await settled();
  });

  it('tell a cluster that a flag is gone, and another that comes back later', async () => {
    const { portal, agents } = weather;
    const [late, ...others] = agents;
    await createBoolean(portal, 'short-lived');
    await settled();
    await late.stop();
    await answered(portal.dana, 'retire-flag', {
      flag: 'short-lived',
      reason: 'a test',
    });
    await eventually(async () => {
      for (const other of others) {
        expect(await other.flags()).not.toHaveProperty('short-lived');
      }
    });
    expect(await late.flags()).toHaveProperty('short-lived');
    late.start();
    await eventually(async () =>
      expect(await late.flags()).not.toHaveProperty('short-lived'),
    );
    await settled();
  });
});
