import { TestDatabases } from '@backstage/backend-test-utils';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered } from './__testUtils__/asking';
import { createBoolean, setFlag, statesOf } from './__testUtils__/flagging';
import { DANA } from './__testUtils__/people';
import { type FlagsPortal, startFlags } from './__testUtils__/startFlags';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const reason = 'a test';

let portal: FlagsPortal;
beforeAll(async () => {
  const database = await databases.init('SQLITE_3');
  portal = await startFlags({ database });
});
afterAll(() => portal?.stop());
afterEach(() => {
  for (const name of ['staging-eu', 'production-eu', 'production-us']) {
    portal.cluster(name).refuse(undefined);
    portal.cluster(name).hush(false);
  }
});

const RINGS = [
  { name: 'canary', clusters: ['staging-eu'] },
  { name: 'first', clusters: ['production-eu'] },
  { name: 'rest', clusters: ['production-us', 'production-ap'] },
];

/** Creates a flag that is off, and begins to roll it out; the id. */
async function begin(flag: string, more: object = {}): Promise<string> {
  await createBoolean(portal, flag);
  const { id } = await answered(portal.dana, 'start-rollout', {
    flag,
    defaultVariant: 'on',
    rings: RINGS,
    soak: 'PT10M',
    reason,
    ...more,
  });
  return id;
}

const rolloutOf = (id: string) => answered(portal.dana, 'get-rollout', { id });

/** Waits until it is like this, with so many milliseconds more at each look. */
const becomes = (id: string, like: object, step = 0) =>
  eventually(async () => {
    if (step) portal.clock.leap(step);
    const rollout = await rolloutOf(id);
    expect(rollout).toMatchObject(like);
    return rollout;
  });

/** Lets an hour pass, in which another roll-out goes its way: so all of them were looked at. */
async function othersGoOn(flag: string): Promise<void> {
  portal.clock.leap(60 * 60_000);
  const id = await begin(flag, { soak: 'PT1S' });
  await becomes(id, { state: 'done' }, 1_000);
}

const ringStates = (...states: string[]) => ({
  rings: states.map(state => ({ state })),
});

/** Default variant that each cluster was sent last. */
const sent = (flag: string) =>
  Object.fromEntries(
    RINGS.flatMap(({ clusters }) =>
      clusters.map(name => {
        const wishes = portal.cluster(name).wishes;
        const last = wishes.findLast(wish => wish.flag === flag);
        return [name, last?.definition?.defaultVariant];
      }),
    ),
  );

const noticesOf = (flag: string) =>
  portal.notifications.filter(({ payload }) => payload.title.includes(flag));

describe('a roll-out', () => {
  it('goes ring by ring, each once the one before is acknowledged and soaked', async () => {
    const id = await begin('step-by-step');
    await becomes(id, {
      state: 'running',
      sentence:
        'Ring canary is acknowledged; ring first follows 10 minutes later',
      ...ringStates('soaking', 'waiting', 'waiting'),
    });
    expect(sent('step-by-step')).toEqual({
      'staging-eu': 'on',
      'production-eu': 'off',
      'production-us': 'off',
      'production-ap': 'off',
    });
    portal.clock.leap(10 * 60_000);
    await becomes(id, ringStates('done', 'soaking', 'waiting'));
    expect(sent('step-by-step')).toMatchObject({
      'production-eu': 'on',
      'production-us': 'off',
    });
    portal.clock.leap(10 * 60_000);
    await becomes(id, {
      state: 'done',
      sentence: 'Rolled out to 4 clusters, ring by ring',
      ...ringStates('done', 'done', 'done'),
    });
    expect(new Set(Object.values(sent('step-by-step')))).toEqual(
      new Set(['on']),
    );
    // It is over: the flag can be changed again.
    await setFlag(portal, 'step-by-step', { defaultVariant: 'off' });
    expect(noticesOf('step-by-step')).toEqual([]);
  });

  it('is in the history with one change for each ring, in the name of who started it', async () => {
    const id = await begin('noted', { soak: 'PT1S' });
    await becomes(id, { state: 'done' }, 1_000);
    const { items } = await answered(portal.dana, 'list-changes', {
      flag: 'noted',
    });
    const changes = items.filter(({ rollout }: any) => rollout === id);
    expect(
      changes.map(({ kind, by, clusters }: any) => ({
        kind,
        by: by.ref,
        clusters: clusters.map(({ cluster }: any) => cluster).sort(),
      })),
    ).toEqual(
      [...RINGS].reverse().map(({ clusters }) => ({
        kind: 'rollout',
        by: DANA,
        clusters: [...clusters].sort(),
      })),
    );
  });

  it('stops where a cluster refuses, sends nothing further, and tells who started it and the owners', async () => {
    portal.cluster('production-eu').refuse('It does not know this flag');
    const id = await begin('unwelcome', { soak: 'PT1S' });
    const sentence =
      'Stopped at ring first: production-eu refused it: It does not know this flag';
    await becomes(id, { state: 'stopped', sentence }, 1_000);
    await eventually(async () =>
      expect(noticesOf('unwelcome')).toMatchObject([
        {
          recipients: { entityRef: ['group:default/booking', DANA] },
          payload: {
            title: 'The roll-out of unwelcome stopped by itself',
            link: `/flags/rollouts/${id}`,
          },
        },
      ]),
    );
    expect(sent('unwelcome')).toMatchObject({ 'production-us': 'off' });
    // The refusal itself is no other news.
    expect(noticesOf('unwelcome')).toHaveLength(1);

    portal.cluster('production-eu').refuse(undefined);
    await answered(portal.dana, 'resume-rollout', { id, reason });
    await becomes(id, { state: 'done' }, 1_000);
    expect(new Set(Object.values(sent('unwelcome')))).toEqual(new Set(['on']));
  });

  it('stops where a cluster stays silent for longer than it may', async () => {
    portal.cluster('production-eu').hush(true);
    const id = await begin('unanswered', { soak: 'PT1S' });
    await becomes(id, ringStates('done', 'sent', 'waiting'), 1_000);
    portal.clock.leap(4 * 60_000 + 45_000);
    await becomes(
      id,
      {
        state: 'stopped',
        sentence:
          'Stopped at ring first: production-eu did not acknowledge after 5 minutes',
      },
      2_000,
    );
    expect(sent('unanswered')).toMatchObject({ 'production-us': 'off' });
  });

  it('is paused before its next ring, and resumed', async () => {
    const id = await begin('halted');
    await becomes(id, ringStates('soaking', 'waiting', 'waiting'));
    await answered(portal.dana, 'pause-rollout', { id, reason });
    await othersGoOn('not-halted');
    expect(await rolloutOf(id)).toMatchObject({
      state: 'paused',
      ...ringStates('soaking', 'waiting', 'waiting'),
    });
    await answered(portal.dana, 'resume-rollout', { id, reason });
    await becomes(id, ringStates('done', 'soaking', 'waiting'));
  });

  it('restores what was there before where it is aborted, in the clusters that it reached', async () => {
    const id = await begin('given-up', { soak: 'PT10M' });
    await becomes(id, ringStates('soaking', 'waiting', 'waiting'));
    await answered(portal.dana, 'abort-rollout', { id, reason });
    await eventually(async () =>
      expect(sent('given-up')).toMatchObject({ 'staging-eu': 'off' }),
    );
    await othersGoOn('not-given-up');
    expect(await rolloutOf(id)).toMatchObject({ state: 'aborted' });
    const [wish] = portal
      .cluster('production-eu')
      .wishes.filter(({ flag }) => flag === 'given-up');
    expect(wish.revision).toBe(1);
  });

  it('ends where its flag is killed, and never goes on', async () => {
    const id = await begin('killed');
    await becomes(id, ringStates('soaking', 'waiting', 'waiting'));
    await answered(portal.dana, 'kill-flag', { flag: 'killed', reason });
    await othersGoOn('not-killed');
    expect((await rolloutOf(id)).state).toBe('aborted');
    expect(new Set(Object.values(sent('killed')))).toEqual(new Set(['off']));
  });
});

describe('a refusal outside of a roll-out', () => {
  it('is told to the owners and to who changed the flag, once for all clusters', async () => {
    await createBoolean(portal, 'refused-twice');
    const refusing = ['production-eu', 'production-us'];
    for (const name of refusing) {
      portal.cluster(name).refuse('Its disk is read-only');
    }
    // However long the second one takes, nothing can be told before.
    portal.notifying.fails = true;
    await setFlag(portal, 'refused-twice');
    await eventually(async () => {
      const states = await statesOf(portal, 'refused-twice');
      for (const name of refusing) expect(states[name]).toBe('refused');
    });
    portal.notifying.fails = false;
    await eventually(async () => {
      portal.clock.leap(1_000);
      expect(noticesOf('refused-twice')).toMatchObject([
        {
          recipients: { entityRef: ['group:default/booking', DANA] },
          payload: {
            title: 'production-eu and 1 more cluster refused refused-twice',
            description: 'production-eu: Its disk is read-only',
            link: '/flags/f/refused-twice',
          },
        },
      ]);
    });
  });
});
