import { fingerprintOf } from '@sphera/plugin-flags-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered } from './__testUtils__/asking';
import { DisturbedLog } from './__testUtils__/DisturbedLog';
import {
  createBoolean,
  createInStep,
  setFlag,
  statesOf,
  untilInStep,
} from './__testUtils__/flagging';
import { CLUSTERS } from './__testUtils__/settings';
import {
  type FlagsPortal,
  logOfTest,
  startFlags,
} from './__testUtils__/startFlags';
import { TestClock } from './__testUtils__/TestClock';

const EU = 'production-eu';
const off = {
  state: 'ENABLED' as const,
  variants: { on: true, off: false },
  defaultVariant: 'off',
};
const on = { ...off, defaultVariant: 'on' };

describe('how a flag stands in a cluster', () => {
  let portal: FlagsPortal;
  let log: DisturbedLog;
  beforeEach(async () => {
    const clock = new TestClock();
    log = new DisturbedLog(logOfTest(clock));
    portal = await startFlags({ clock, log });
    await createInStep(portal, 'new-checkout');
  });
  afterEach(() => portal.stop());

  const cellIn = async (cluster: string, flag = 'new-checkout') => {
    const { cells } = await answered(portal.dana, 'get-flag', { flag });
    return cells.find((one: any) => one.cluster === cluster);
  };
  const eventuallyIn = (cluster: string, wanted: object) =>
    eventually(async () => expect(await cellIn(cluster)).toMatchObject(wanted));
  const counted = async () => {
    const { counts } = await answered(portal.dana, 'list-flags');
    const { flags: _, readyToRemove: __, ...states } = counts;
    return Object.entries(states).filter(([, many]) => many !== 0);
  };
  const has = (cluster: string, flags: object[]) =>
    portal.cluster(cluster).snapshot(flags as any);
  const edited = {
    flag: 'new-checkout',
    revision: 1,
    fingerprint: fingerprintOf(on)!,
    definition: on,
  };

  it('is refused where its agent refused it, with the reason', async () => {
    portal.cluster(EU).refuse('The variant blue is unknown');
    await setFlag(portal, 'new-checkout');
    await eventuallyIn(EU, {
      state: 'refused',
      sentence: expect.stringMatching(
        /^Refused \d+ seconds? ago: The variant blue is unknown$/,
      ),
      wanted: { value: { text: 'on' } },
      reported: { value: { text: 'off' } },
    });
    await eventually(async () =>
      expect(await counted()).toEqual([['refused', 1]]),
    );
  });

  it('is on its way until its agent answers', async () => {
    portal.cluster(EU).hush(true);
    await setFlag(portal, 'new-checkout');
    await eventuallyIn(EU, {
      state: 'on-its-way',
      sentence: expect.stringContaining('not acknowledged yet'),
      reported: { revision: 1, value: { text: 'off' } },
    });
  });

  it('waits while Kafka is away, and says so', async () => {
    log.disturbance = { isAway: true };
    await setFlag(portal, 'new-checkout');
    await eventuallyIn(EU, {
      state: 'queued',
      sentence: 'Waits for Kafka, which cannot be reached',
    });
    expect(await answered(portal.dana, 'get-messaging')).toMatchObject({
      state: 'away',
      problem: expect.any(String),
      queued: CLUSTERS.length,
      oldestQueuedAt: expect.any(String),
    });
    log.disturbance = {};
    portal.clock.leap(60_000);
    await untilInStep(portal, 'new-checkout');
    // A cluster may have answered before it is noted that what it answers was sent.
    await eventually(async () =>
      expect(await answered(portal.dana, 'get-messaging')).toEqual({
        state: 'connected',
        since: expect.any(String),
        queued: 0,
        setAside: 0,
      }),
    );
  });

  it('is silent where nothing was heard for longer than it may be', async () => {
    portal.clock.leap(3 * 60_000);
    for (const name of CLUSTERS) {
      if (name !== EU) await portal.cluster(name).beat();
    }
    await eventually(async () =>
      expect(await statesOf(portal, 'new-checkout')).toEqual({
        'staging-eu': 'in-step',
        'production-eu': 'silent',
        'production-us': 'in-step',
        'production-ap': 'in-step',
      }),
    );
    expect((await cellIn(EU)).sentence).toBe('Not heard for 3 minutes');
    const { clusters } = await answered(portal.dana, 'list-flags');
    const silent = clusters.filter((one: any) => one.isSilent);
    expect(silent).toMatchObject([{ cluster: EU }]);
    expect(await answered(portal.dana, 'list-agents')).toMatchObject({
      items: [
        { state: 'heard' },
        { cluster: EU, state: 'silent', drifting: 0, onTheWay: 0 },
        { state: 'heard', version: '0.1.0', flags: 1 },
        { state: 'heard' },
      ],
    });
    await portal.cluster(EU).beat();
    await eventuallyIn(EU, { state: 'in-step' });
  });

  it('was changed behind our back where somebody edits it by hand', async () => {
    await has(EU, [edited]);
    await eventuallyIn(EU, {
      state: 'changed',
      sentence: 'Edited by hand: it has on, off is wanted',
      reported: { revision: 1, definition: on, value: { text: 'on' } },
    });
    const { items } = await answered(portal.dana, 'list-agents', {
      environment: 'production',
    });
    expect(items.map((one: any) => one.drifting)).toEqual([1, 0, 0]);
  });

  it('was changed where it got lost', async () => {
    await has(EU, []);
    await eventuallyIn(EU, { state: 'changed' });
    expect((await cellIn(EU)).sentence).toBe('It is gone there, off is wanted');
  });

  it('is found by its state in lists', async () => {
    await createBoolean(portal, 'another');
    await untilInStep(portal, 'another');
    await has(EU, [
      edited,
      { flag: 'another', revision: 1, fingerprint: fingerprintOf(off)! },
    ]);
    await eventuallyIn(EU, { state: 'changed' });
    const page = await answered(portal.dana, 'list-flags', {
      state: 'changed',
    });
    expect(page).toMatchObject({
      items: [{ flag: 'new-checkout' }],
      totalItems: 1,
      counts: { flags: 2, changed: 1, refused: 0 },
    });
    expect(page.items[0].groups).toEqual([
      expect.objectContaining({ state: 'in-step' }),
      {
        state: 'changed',
        wanted: { text: 'off', isOn: false },
        reported: { text: 'on', isOn: true },
        clusters: [EU],
      },
    ]);
  });

  it('is ready to remove once nobody changed it for a month', async () => {
    expect(
      await answered(portal.dana, 'get-flag', { flag: 'new-checkout' }),
    ).not.toHaveProperty('readyToRemove');
    portal.clock.leap(31 * 86_400_000);
    await portal.beat();
    const { items, counts } = await answered(portal.dana, 'list-flags', {
      ready: true,
    });
    expect(items).toMatchObject([
      { readyToRemove: expect.stringMatching(/^Never changed since \d+ \w+/) },
    ]);
    expect(counts.readyToRemove).toBe(1);
  });
});
