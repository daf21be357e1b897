import { answered, refused } from '../__testUtils__/asking';
import { createBoolean, setFlag } from '../__testUtils__/flagging';
import { type FlagsPortal, startFlags } from '../__testUtils__/startFlags';
import { settled, wantedIn, wantedOf } from './__testUtils__/looking';

let portal: FlagsPortal;
beforeAll(async () => {
  portal = await startFlags();
});
afterAll(() => portal.stop());

const reason = 'it hurts customers';
const kill = (flag: string) =>
  answered(portal.dana, 'kill-flag', { flag, reason });
const retire = (flag: string) =>
  answered(portal.dana, 'retire-flag', { flag, reason });

describe('the kill switch', () => {
  it('answers false for everybody, whatever was served before', async () => {
    await createBoolean(portal, 'killed', { percentages: { on: 25, off: 75 } });
    await setFlag(portal, 'killed', {
      state: 'DISABLED',
      clusters: ['staging-eu'],
    });
    const { changes } = await kill('killed');
    expect(changes).toMatchObject([
      { kind: 'kill', reason, sentence: 'Switched off in 4 clusters' },
    ]);
    for (const cluster of ['staging-eu', 'production-us']) {
      expect((await wantedIn(portal, 'killed', cluster)).definition).toEqual({
        state: 'ENABLED',
        variants: { on: true, off: false },
        defaultVariant: 'off',
      });
    }
    await settled(portal, 'killed');
  });

  it('says so only of clusters in which it was on', async () => {
    await createBoolean(portal, 'mostly-off');
    await setFlag(portal, 'mostly-off', {
      defaultVariant: 'on',
      clusters: ['staging-eu'],
    });
    const { changes } = await kill('mostly-off');
    expect(changes[0]).toMatchObject({
      sentence: 'Switched off in staging-eu',
      clusters: [{ cluster: 'staging-eu' }],
    });
    expect(await kill('mostly-off')).toEqual({ changes: [] });
  });

  it.each([
    [
      'is no boolean',
      'text',
      { type: 'string', variants: { on: 'on', off: 'off' } },
    ],
    [
      'has no variant that is false',
      'never-off',
      { variants: { on: true }, defaultVariant: 'on' },
    ],
  ])('disables a flag that %s', async (_, flag, more) => {
    await createBoolean(portal, flag, more);
    await kill(flag);
    const { definition, value } = await wantedIn(portal, flag, 'staging-eu');
    expect(definition.state).toBe('DISABLED');
    expect(value.text).toBe('disabled');
  });

  it('has nothing to do with a flag that is gone, or never was', async () => {
    await createBoolean(portal, 'gone');
    await retire('gone');
    const dana = (flag: string) =>
      portal.dana.ask('kill-flag', { flag, reason });
    expect(await refused(dana('gone'), 409)).toBe(
      'gone is retired: put it back from its history first',
    );
    expect(await refused(dana('nothing'), 404)).toBe(
      'There is no flag nothing',
    );
  });
});

describe('a flag that is retired', () => {
  it('goes from every cluster, and keeps its history', async () => {
    await createBoolean(portal, 'old');
    await settled(portal, 'old');
    const { changes } = await retire('old');
    expect(changes).toMatchObject([
      { kind: 'retire', sentence: 'Removed from 4 clusters' },
    ]);
    await settled(portal, 'old');
    const { wishes } = portal.cluster('production-ap');
    expect(wishes.filter(({ flag }) => flag === 'old').pop()).toMatchObject({
      revision: 2,
      definition: null,
    });
    const flag = await answered(portal.dana, 'get-flag', { flag: 'old' });
    expect(flag.retiredAt).toBeDefined();
    const { items } = await answered(portal.dana, 'list-changes', {
      flag: 'old',
    });
    expect(items.map(({ kind }: any) => kind)).toEqual(['retire', 'create']);
  });

  it('is not changed, rolled out or retired again', async () => {
    await createBoolean(portal, 'over');
    await retire('over');
    const input = { flag: 'over', reason };
    for (const [operation, more] of [
      ['retire-flag', {}],
      ['set-flag', { about: { description: 'x' } }],
      ['start-rollout', { defaultVariant: 'on' }],
    ] as const) {
      const call = portal.dana.ask(operation, { ...input, ...more });
      expect(await refused(call, 409)).toContain('over is retired');
    }
  });
});

describe('a flag that is put back', () => {
  const restore = (input: object) =>
    portal.dana.ask('restore-flag', { reason: 'it was better', ...input });
  const changeOf = ({ changes }: any): string => changes[0].id;

  it('is as it was right after a change, in each cluster', async () => {
    const flag = 'back';
    await createBoolean(portal, flag);
    const then = await setFlag(portal, flag, {
      percentages: { on: 25, off: 75 },
      clusters: ['staging-eu'],
    });
    await setFlag(portal, flag, { defaultVariant: 'on', targeting: null });
    const { body } = await restore({ flag, change: changeOf(then) });
    expect(body.changes).toMatchObject([
      {
        kind: 'restore',
        sentence:
          'Put back: 25 % on in staging-eu and off in 3 clusters of Production',
      },
    ]);
    expect(await wantedOf(portal, flag)).toMatchObject({
      'staging-eu': '25 % on',
      'production-eu': 'off',
    });
    const again = await restore({ flag, change: changeOf(then) });
    expect(again.body).toEqual({ changes: [] });
    await settled(portal, flag);
  });

  it('is so in some clusters only where somebody says so', async () => {
    const flag = 'partly-back';
    const then = await createBoolean(portal, flag);
    await setFlag(portal, flag);
    const clusters = ['production-us'];
    await restore({ flag, change: changeOf(then), clusters });
    expect(await wantedOf(portal, flag)).toMatchObject({
      'production-us': 'off',
      'production-eu': 'on',
    });
  });

  it('is there again after it was retired', async () => {
    const flag = 'revived';
    const then = await createBoolean(portal, flag);
    const retired = await retire(flag);
    await restore({ flag, change: changeOf(then) });
    await settled(portal, flag);
    const found = await answered(portal.dana, 'get-flag', { flag });
    expect(found).not.toHaveProperty('retiredAt');
    // And it can be put back to that it was gone.
    await restore({ flag, change: changeOf(retired) });
    expect(await answered(portal.dana, 'get-flag', { flag })).toHaveProperty(
      'retiredAt',
    );
  });

  it('leaves clusters alone that came later', async () => {
    const flag = 'grown';
    const clusters = ['staging-eu'];
    const then = await createBoolean(portal, flag, { clusters });
    const added = { clusters: ['production-eu'], defaultVariant: 'on' };
    await setFlag(portal, flag, added);
    const { body } = await restore({ flag, change: changeOf(then) });
    expect(body).toEqual({ changes: [] });
    const named = { flag, change: changeOf(then), clusters: ['production-eu'] };
    expect(await refused(restore(named), 400)).toBe(
      'clusters must be clusters that the flag was sent to by then: production-eu was not',
    );
  });

  it('is refused for a change of another flag', async () => {
    const then = await createBoolean(portal, 'one');
    await createBoolean(portal, 'other');
    const call = restore({ flag: 'other', change: changeOf(then) });
    expect(await refused(call, 404)).toMatch(
      /^other has no change \S+ in its history$/,
    );
  });
});
