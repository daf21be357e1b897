import { fingerprintOf } from '@sphera/plugin-flags-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered, refused } from '../__testUtils__/asking';
import { createBoolean, statesOf } from '../__testUtils__/flagging';
import { type FlagsPortal, startFlags } from '../__testUtils__/startFlags';
import { settled } from './__testUtils__/looking';

const EDITED = {
  state: 'ENABLED' as const,
  variants: { on: true, off: false },
  defaultVariant: 'on',
};
const has = (flag: string, revision: number | null = 1) => ({
  flag,
  revision,
  fingerprint: fingerprintOf(EDITED)!,
  definition: EDITED,
});

let portal: FlagsPortal;
beforeEach(async () => {
  portal = await startFlags();
  for (const flag of ['one', 'two']) {
    await createBoolean(portal, flag);
    await settled(portal, flag);
  }
});
afterEach(() => portal.stop());

const mend = (input: object) =>
  answered(portal.dana, 'mend-drift', {
    reason: 'nobody asked for it',
    ...input,
  });
const stands = (flag: string, states: object) =>
  eventually(async () =>
    expect(await statesOf(portal, flag)).toMatchObject(states),
  );
/** Somebody edits both flags by hand in two clusters. */
async function edit() {
  for (const cluster of ['staging-eu', 'production-eu']) {
    await portal.cluster(cluster).snapshot([has('one'), has('two')]);
    await stands('two', { [cluster]: 'changed' });
  }
}

describe('bringing in step', () => {
  it('sends one flag to one cluster again, above what it has', async () => {
    await edit();
    const { changes } = await mend({ flag: 'one', cluster: 'staging-eu' });
    expect(changes).toMatchObject([
      {
        kind: 'mend',
        flag: 'one',
        sentence: 'Brought in step: off in staging-eu',
        clusters: [{ cluster: 'staging-eu', revision: 2 }],
      },
    ]);
    await stands('one', {
      'staging-eu': 'in-step',
      'production-eu': 'changed',
    });
    await stands('two', { 'staging-eu': 'changed' });
  });

  it('does so for a flag in all clusters', async () => {
    await edit();
    const { changes } = await mend({ flag: 'one' });
    expect(changes[0].clusters).toHaveLength(2);
    await settled(portal, 'one');
  });

  it('does so for all flags of a cluster, with one change each', async () => {
    await edit();
    const { changes } = await mend({ cluster: 'staging-eu' });
    expect(changes.map(({ flag }: any) => flag).sort()).toEqual(['one', 'two']);
    await stands('two', {
      'staging-eu': 'in-step',
      'production-eu': 'changed',
    });
  });

  it('gives a cluster that is ahead of the portal a newer revision still', async () => {
    const ahead = has('one', 41);
    await portal.cluster('staging-eu').snapshot([ahead, has('two')]);
    await stands('one', { 'staging-eu': 'changed' });
    const { changes } = await mend({ flag: 'one' });
    expect(changes[0].clusters).toMatchObject([{ revision: 42 }]);
    await settled(portal, 'one');
  });

  it('sends again what was refused', async () => {
    portal.cluster('staging-eu').refuse('It is read-only');
    await createBoolean(portal, 'three');
    await stands('three', { 'staging-eu': 'refused' });
    portal.cluster('staging-eu').refuse(undefined);
    const { changes } = await mend({ flag: 'three' });
    expect(changes[0].clusters).toMatchObject([
      { cluster: 'staging-eu', revision: 2 },
    ]);
    await settled(portal, 'three');
  });

  it('removes what is left over of flags that nobody knows', async () => {
    await edit();
    const { name, snapshot, wishes } = portal.cluster('staging-eu');
    await snapshot([has('one'), has('two'), has('stray', 7)]);
    const drift = () => answered(portal.dana, 'list-drift', { cluster: name });
    await eventually(async () =>
      expect(JSON.stringify(await drift())).toContain('stray'),
    );
    const { changes } = await mend({ flag: 'stray', cluster: name });
    expect(changes).toMatchObject([
      { flag: 'stray', sentence: 'Brought in step: removed in staging-eu' },
    ]);
    await eventually(async () => {
      expect(JSON.stringify(await drift())).not.toContain('stray');
      expect(wishes.at(-1)).toMatchObject({ revision: 8, definition: null });
    });
    // The key is still free.
    await createBoolean(portal, 'stray');
    await settled(portal, 'stray');
  });

  it('removes a retired flag that came back', async () => {
    const reason = 'a test';
    await answered(portal.dana, 'retire-flag', { flag: 'one', reason });
    await stands('one', { 'staging-eu': 'absent' });
    await portal.cluster('staging-eu').snapshot([has('one', null)]);
    await stands('one', { 'staging-eu': 'changed' });
    await mend({ flag: 'one' });
    await stands('one', { 'staging-eu': 'absent' });
    const flag = await answered(portal.dana, 'get-flag', { flag: 'one' });
    expect(flag).toHaveProperty('retiredAt');
  });

  it('has nothing to do where all is in step', async () => {
    expect(await mend({ flag: 'one' })).toEqual({ changes: [] });
    expect(await mend({ cluster: 'staging-eu' })).toEqual({ changes: [] });
    expect(await mend({ flag: 'nothing' })).toEqual({ changes: [] });
  });

  it('does not hold a roll-out up that is under way', async () => {
    const { id } = await answered(portal.dana, 'start-rollout', {
      flag: 'one',
      percentages: { on: 50, off: 50 },
      rings: ['staging', 'production'],
      soak: 'PT1S',
      reason: 'a test',
    });
    await eventually(async () => {
      const { cells } = await answered(portal.dana, 'get-flag', {
        flag: 'one',
      });
      expect(cells).toContainEqual(
        expect.objectContaining({
          cluster: 'staging-eu',
          state: 'in-step',
          reported: expect.objectContaining({ revision: 2 }),
        }),
      );
    });
    await portal.cluster('staging-eu').snapshot([has('one', 2), has('two')]);
    await stands('one', { 'staging-eu': 'changed' });
    const { changes } = await mend({ flag: 'one' });
    expect(changes[0].sentence).toBe('Brought in step: 50 % on in staging-eu');
    await eventually(async () => {
      portal.clock.leap(1_000);
      const rollout = await answered(portal.dana, 'get-rollout', { id });
      expect(rollout.state).toBe('done');
    });
  });

  it('is refused for nothing at all, or a cluster that flags are not sent to', async () => {
    const call = (input: object) =>
      portal.dana.ask('mend-drift', { reason: 'x', ...input });
    expect(await refused(call({}), 400)).toBe(
      'flag must be given, or a cluster, or both',
    );
    expect(await refused(call({ cluster: 'moon' }), 400)).toContain(
      'cluster must be clusters that flags are sent to: moon is none of',
    );
  });
});
