import { refused } from '../__testUtils__/asking';
import { createBoolean, setFlag } from '../__testUtils__/flagging';
import { type FlagsPortal, startFlags } from '../__testUtils__/startFlags';
import { settled, wantedIn, wantedOf } from './__testUtils__/looking';

const RINGS = [
  { name: 'canary', clusters: ['staging-eu', 'production-ap'] },
  { name: 'all', environment: 'production' },
];
const ALL_OFF = {
  'staging-eu': 'off',
  'production-eu': 'off',
  'production-us': 'off',
  'production-ap': 'off',
};

let portal: FlagsPortal;
beforeAll(async () => {
  portal = await startFlags({ config: { rings: RINGS } });
});
afterAll(() => portal.stop());

let count = 0;
let flag: string;
beforeEach(async () => {
  flag = `flag-${++count}`;
  await createBoolean(portal, flag);
});
const set = (input: object) =>
  portal.dana.ask('set-flag', { flag, reason: 'a test', ...input });

describe('a change of a flag', () => {
  it('reaches all clusters that have it', async () => {
    const { changes } = await setFlag(portal, flag);
    expect(changes).toMatchObject([
      { kind: 'set', sentence: 'on in 4 clusters' },
    ]);
    await settled(portal, flag);
    expect(portal.cluster('production-eu').wishes).toContainEqual(
      expect.objectContaining({ flag, revision: 2 }),
    );
  });

  it.each([
    [
      'cluster',
      { clusters: ['production-eu'] },
      ['production-eu'],
      'on in production-eu',
    ],
    [
      'ring',
      { rings: ['canary'] },
      ['staging-eu', 'production-ap'],
      'on in 2 clusters',
    ],
    [
      'environment',
      { environments: ['production'] },
      ['production-eu', 'production-us', 'production-ap'],
      'on in 3 clusters of Production',
    ],
    [
      'several of these',
      { clusters: ['production-us'], rings: ['canary'] },
      ['staging-eu', 'production-us', 'production-ap'],
      'on in 3 clusters',
    ],
  ])(
    'reaches those that are named by %s',
    async (_, named, clusters, sentence) => {
      const { changes } = await setFlag(portal, flag, {
        defaultVariant: 'on',
        ...named,
      });
      expect(changes[0].sentence).toBe(sentence);
      expect(await wantedOf(portal, flag)).toEqual({
        ...ALL_OFF,
        ...Object.fromEntries(clusters.map(cluster => [cluster, 'on'])),
      });
    },
  );

  it('leaves what it says nothing of as it is in each cluster', async () => {
    const rules = { if: [{ '==': [{ var: 'plan' }, 'pro'] }, 'on', 'off'] };
    await setFlag(portal, flag, { targeting: rules, clusters: ['staging-eu'] });
    const { changes } = await setFlag(portal, flag, { state: 'DISABLED' });
    expect(changes[0].sentence).toBe('disabled in 4 clusters');
    expect((await wantedIn(portal, flag, 'staging-eu')).definition).toEqual({
      state: 'DISABLED',
      variants: { on: true, off: false },
      defaultVariant: 'off',
      targeting: rules,
    });
    const there = (await wantedIn(portal, flag, 'production-eu')).definition;
    expect(there).not.toHaveProperty('targeting');
  });

  it('says each value where clusters come to have different ones', async () => {
    await setFlag(portal, flag, {
      percentages: { on: 25, off: 75 },
      clusters: ['staging-eu'],
    });
    const variants = { on: true, off: false, never: false };
    const { changes } = await setFlag(portal, flag, { variants });
    expect(changes[0].sentence).toBe(
      '25 % on in staging-eu and off in 3 clusters of Production',
    );
  });

  it('splits everybody by percentage, in place of all targeting', async () => {
    await setFlag(portal, flag, { targeting: { if: [true, 'on', 'off'] } });
    const { changes } = await setFlag(portal, flag, {
      percentages: { on: 25, off: 75 },
    });
    expect(changes[0].sentence).toBe('25 % on in 4 clusters');
    await setFlag(portal, flag, { percentages: { on: 100, off: 0 } });
    const { definition } = await wantedIn(portal, flag, 'staging-eu');
    expect(definition.defaultVariant).toBe('on');
    expect(definition).not.toHaveProperty('targeting');
  });

  it('takes all targeting away', async () => {
    await setFlag(portal, flag, { percentages: { on: 25, off: 75 } });
    await setFlag(portal, flag, { targeting: null });
    expect(await wantedOf(portal, flag)).toEqual(ALL_OFF);
  });

  it('is none where everything is so already, however it is written', async () => {
    expect(await setFlag(portal, flag, { defaultVariant: 'off' })).toEqual({
      changes: [],
    });
    const variants = { off: false, on: true };
    expect(await setFlag(portal, flag, { variants, targeting: {} })).toEqual({
      changes: [],
    });
    const { changes } = await setFlag(portal, flag, {
      defaultVariant: 'on',
      clusters: ['staging-eu'],
    });
    expect(changes[0].clusters).toHaveLength(1);
    const all = await setFlag(portal, flag);
    expect(all.changes[0].clusters).toHaveLength(3);
  });

  it('brings a flag to a cluster that never had it, as its neighbours have it', async () => {
    const some = 'in-some';
    const clusters = ['staging-eu', 'production-eu'];
    await createBoolean(portal, some, { clusters });
    await setFlag(portal, some, {
      defaultVariant: 'on',
      clusters: ['production-eu'],
    });
    const added = { clusters: ['production-us'], state: 'ENABLED' };
    await setFlag(portal, some, added);
    expect(await wantedOf(portal, some)).toEqual({
      'staging-eu': 'off',
      'production-eu': 'on',
      'production-us': 'on',
    });
  });

  it('is refused where somebody changed a cluster since it was looked at, naming who', async () => {
    await setFlag(portal, flag, {
      defaultVariant: 'on',
      clusters: ['production-eu'],
    });
    const seen = { 'staging-eu': 1, 'production-eu': 1 };
    const refusal = set({ state: 'DISABLED', seen });
    expect(await refused(refusal, 409)).toMatch(
      /^Dana Okafor changed flag-\d+ in production-eu at 20\S+Z, since you looked: it is at revision 2 there now\. Look again$/,
    );
    const right = { 'staging-eu': 1, 'production-eu': 2 };
    await setFlag(portal, flag, { state: 'DISABLED', seen: right });
  });

  it('takes nothing of another one back that was made in the same moment', async () => {
    await Promise.all([
      setFlag(portal, flag, { state: 'DISABLED' }),
      setFlag(portal, flag, { defaultVariant: 'on' }),
      setFlag(portal, flag, { variants: { on: true, off: false, not: false } }),
    ]);
    expect((await wantedIn(portal, flag, 'staging-eu')).definition).toEqual({
      state: 'DISABLED',
      variants: { on: true, off: false, not: false },
      defaultVariant: 'on',
    });
    await settled(portal, flag);
  });

  it.each<[string, object, string]>([
    [
      'ring',
      { rings: ['moon'] },
      'rings must be rings of the configuration: moon is none of canary, all',
    ],
    [
      'environment',
      { environments: ['moon'] },
      'environments must be environments of the fleet: moon is none of staging, production',
    ],
    [
      'cluster',
      { clusters: ['moon'] },
      'clusters must be clusters that flags are sent to: moon is none of staging-eu, production-eu, production-us, production-ap',
    ],
    [
      'variant',
      { variants: { on: true } },
      'variants must keep off, which is the default variant',
    ],
  ])('is refused with a %s that is not there', async (_, more, sentence) => {
    const { body, status } = await set({ state: 'DISABLED', ...more });
    expect(body.error.message).toBe(sentence);
    expect(status).toBe(400);
  });

  it('is refused for a ring or an environment in which nothing has the flag', async () => {
    const clusters = ['production-eu'];
    await createBoolean(portal, `${flag}-alone`, { clusters });
    const input = { flag: `${flag}-alone`, state: 'DISABLED' };
    expect(await refused(set({ ...input, rings: ['canary'] }), 400)).toBe(
      'rings must have a cluster that has the flag',
    );
    expect(
      await refused(set({ ...input, environments: ['staging'] }), 400),
    ).toBe('environments must have a cluster that has the flag');
  });

  it('is refused for a flag that is not there', async () => {
    expect(await refused(set({ flag: 'nothing' }), 404)).toBe(
      'There is no flag nothing',
    );
  });
});
