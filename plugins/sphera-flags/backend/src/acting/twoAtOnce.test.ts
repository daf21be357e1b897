import { fingerprintOf } from '@sphera/plugin-flags-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered, refused } from '../__testUtils__/asking';
import { createBoolean, setFlag, statesOf } from '../__testUtils__/flagging';
import { type FlagsPortal, startFlags } from '../__testUtils__/startFlags';
import { settled, wantedOf } from './__testUtils__/looking';
import { turnedPolicy } from './__testUtils__/turnedPolicy';

const reason = 'a test';
const policy = turnedPolicy();

let portal: FlagsPortal;
beforeAll(async () => {
  portal = await startFlags({
    features: [policy.factory],
    config: { guardrails: [{ environment: 'production', atMostClusters: 2 }] },
  });
});
afterAll(() => portal.stop());

let count = 0;
let flag: string;
beforeEach(() => {
  flag = `flag-${++count}`;
});
const ask = (operation: string, more: object = {}) =>
  portal.dana.ask(operation, { flag, reason, ...more });
const create = (...clusters: string[]) =>
  createBoolean(portal, flag, { clusters, defaultVariant: 'on' });
const bringTo = (...clusters: string[]) =>
  setFlag(portal, flag, { clusters, state: 'ENABLED' });
const found = () => answered(portal.dana, 'get-flag', { flag });

describe('while one person acts and another is faster', () => {
  it.each([
    ['kill-flag', 'switched off'],
    ['retire-flag', 'removed'],
  ])('%s leaves no cluster out: nothing is %s', async operation => {
    await create('staging-eu');
    policy.meanwhile = () => bringTo('production-eu');
    expect(await refused(ask(operation), 409)).toBe(
      `${flag} came to production-eu in this moment: look again`,
    );
    expect(await wantedOf(portal, flag)).toEqual({
      'staging-eu': 'on',
      'production-eu': 'on',
    });
    expect(await found()).not.toHaveProperty('retiredAt');
    expect((await ask(operation)).body.changes[0].clusters).toHaveLength(2);
  });

  it('the kill switch ends a roll-out that has just begun', async () => {
    await createBoolean(portal, flag, { defaultVariant: 'on' });
    let id: string | undefined;
    policy.meanwhile = async () => {
      const percentages = { on: 50, off: 50 };
      ({ id } = await answered(portal.dana, 'start-rollout', {
        flag,
        reason,
        percentages,
      }));
    };
    expect((await ask('kill-flag')).status).toBe(200);
    const rollout = await answered(portal.dana, 'get-rollout', { id });
    expect(rollout.state).toBe('aborted');
    expect(new Set(Object.values(await wantedOf(portal, flag)))).toEqual(
      new Set(['off']),
    );
  });

  it('a flag is put back where it was retired just now', async () => {
    const { changes } = await create('staging-eu');
    await setFlag(portal, flag, { state: 'DISABLED' });
    policy.meanwhile = () =>
      answered(portal.dana, 'retire-flag', { flag, reason });
    await ask('restore-flag', { change: changes[0].id });
    expect(await wantedOf(portal, flag)).toEqual({ 'staging-eu': 'on' });
    expect(await found()).not.toHaveProperty('retiredAt');
  });

  it('a flag is there that comes to a cluster while it is put back to nothing', async () => {
    const { changes } = await create('staging-eu');
    const [retired] = (await ask('retire-flag')).body.changes;
    await ask('restore-flag', { change: changes[0].id });
    policy.meanwhile = () => bringTo('production-eu');
    await ask('restore-flag', { change: retired.id });
    expect(await wantedOf(portal, flag)).toMatchObject({
      'production-eu': 'on',
    });
    expect(await found()).not.toHaveProperty('retiredAt');
  });

  it('a flag is put back in no more clusters at once than are allowed', async () => {
    const inProduction = ['production-eu', 'production-us', 'production-ap'];
    const { changes } = await create(...inProduction);
    const off = (clusters: string[]) =>
      setFlag(portal, flag, { clusters, defaultVariant: 'off' });
    await off(inProduction.slice(0, 2));
    policy.meanwhile = async () => {
      await setFlag(portal, flag, {
        clusters: inProduction.slice(0, 1),
        state: 'DISABLED',
      });
      await off(inProduction.slice(2));
    };
    const asked = ask('restore-flag', { change: changes[0].id });
    expect(await refused(asked, 422)).toContain('and this would be 3');
  });

  it('a roll-out goes no further than its caller was asked about', async () => {
    await create('staging-eu');
    policy.meanwhile = () => bringTo('production-eu');
    const { body } = await ask('start-rollout', { defaultVariant: 'off' });
    const reached = body.rings.flatMap(({ clusters }: any) => clusters);
    expect(reached).toMatchObject([{ cluster: 'staging-eu' }]);
  });
});

describe('while one person brings a flag in step', () => {
  const EDITED = {
    state: 'ENABLED' as const,
    variants: { on: true, off: false },
    defaultVariant: 'off',
  };
  async function edit(cluster: string) {
    const fingerprint = fingerprintOf(EDITED)!;
    const has = { flag, revision: 1, fingerprint, definition: EDITED };
    await portal.cluster(cluster).snapshot([has]);
    await eventually(async () =>
      expect(await statesOf(portal, flag)).toMatchObject({
        [cluster]: 'changed',
      }),
    );
  }
  beforeEach(async () => {
    await create('staging-eu', 'production-eu');
    await settled(portal, flag);
    await edit('staging-eu');
  });
  const mend = (more: object = {}) =>
    answered(portal.dana, 'mend-drift', { flag, reason, ...more });

  it('another one who does so makes it nobody’s change twice', async () => {
    policy.meanwhile = () => mend();
    expect(await mend()).toEqual({ changes: [] });
    const { items } = await answered(portal.dana, 'list-changes', { flag });
    expect(items.map(({ kind }: any) => kind)).toEqual(['mend', 'create']);
  });

  it('what drifts only then is left for the next one', async () => {
    policy.meanwhile = () => edit('production-eu');
    const { changes } = await mend();
    expect(changes).toMatchObject([{ clusters: [{ cluster: 'staging-eu' }] }]);
    await settled(portal, flag, ['staging-eu']);
    expect(await statesOf(portal, flag)).toMatchObject({
      'production-eu': 'changed',
    });
  });
});
