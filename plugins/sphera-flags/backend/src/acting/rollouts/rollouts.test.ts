import { answered, refused } from '../../__testUtils__/asking';
import { createBoolean, setFlag } from '../../__testUtils__/flagging';
import { DANA } from '../../__testUtils__/people';
import { type FlagsPortal, startFlags } from '../../__testUtils__/startFlags';
import { rolloutIs, settled, wantedOf } from '../__testUtils__/looking';

const reason = 'it was tried';
const CONFIGURED = [
  { name: 'canary', clusters: ['staging-eu'] },
  { name: 'europe', clusters: ['production-eu'] },
  { name: 'world', environment: 'production' },
];

let portal: FlagsPortal;
beforeAll(async () => {
  portal = await startFlags({ config: { rings: CONFIGURED } });
});
afterAll(() => portal.stop());

let count = 0;
let flag: string;
beforeEach(async () => {
  flag = `flag-${++count}`;
  await createBoolean(portal, flag);
});
afterEach(() => portal.cluster('staging-eu').refuse(undefined));

const start = (more: object = {}) =>
  portal.dana.ask('start-rollout', {
    flag,
    defaultVariant: 'on',
    reason,
    ...more,
  });
/** Begins one; once its first ring soaks, the others stay off until the clock leaps. */
async function soaking(more: object = {}): Promise<string> {
  const { body, status } = await start(more);
  expect(status).toBe(200);
  await rolloutIs(portal, body.id, { rings: [{ state: 'soaking' }, {}, {}] });
  return body.id;
}
const act = (operation: string, id: string) =>
  portal.dana.ask(`${operation}-rollout`, { id, reason });

describe('starting a roll-out', () => {
  it('follows the rings of the configuration', async () => {
    const { body } = await start();
    expect(body).toMatchObject({
      flag,
      service: 'component:default/quotes',
      state: 'running',
      value: 'on',
      reason,
      startedBy: { ref: DANA, title: 'Dana Okafor' },
      soak: 'PT10M',
    });
    expect(
      body.rings.map(({ name, clusters }: any) => [
        name,
        clusters.map(({ cluster }: any) => cluster),
      ]),
    ).toEqual([
      ['canary', ['staging-eu']],
      ['europe', ['production-eu']],
      ['world', ['production-us', 'production-ap']],
    ]);
  });

  it('follows rings of one’s own, and some of the configured ones, in their order', async () => {
    const rings = [
      { name: 'two', clusters: ['production-us', 'staging-eu'] },
      'europe',
    ];
    const { body } = await start({ rings, soak: 'PT1H' });
    expect(body.soak).toBe('PT1H');
    expect(body.rings.map(({ name }: any) => name)).toEqual(['two', 'europe']);
  });

  it('leaves out what is so already, and rings that nothing is left of', async () => {
    const clusters = ['production-eu', 'production-us'];
    await setFlag(portal, flag, { defaultVariant: 'on', clusters });
    const { body } = await start();
    const left = body.rings.map(({ name, clusters: some }: any) => [
      name,
      some.length,
    ]);
    expect(left).toEqual([
      ['canary', 1],
      ['world', 1],
    ]);
  });

  it.each([
    {},
    { defaultVariant: 'off' },
    { variants: { off: false, on: true } },
  ])('is refused where nothing would change: %j', async change => {
    const call = portal.dana.ask('start-rollout', { flag, reason, ...change });
    expect(await refused(call, 409)).toBe(
      `Nothing would change: ${flag} is so already in every cluster of these rings`,
    );
  });

  it.each<[string, unknown[], string]>([
    [
      'that is not there',
      ['moon'],
      'rings must be rings of the configuration: moon is none of canary, europe, world',
    ],
    [
      'with a cluster that is not there',
      [{ name: 'a', clusters: ['moon'] }],
      'rings must be clusters that flags are sent to: moon is none of staging-eu, production-eu, production-us, production-ap',
    ],
    [
      'that is named twice',
      ['canary', 'canary'],
      'rings names the ring canary more than once',
    ],
    [
      'with a cluster of another one',
      ['canary', { name: 'a', clusters: ['staging-eu'] }],
      'rings names the cluster staging-eu more than once',
    ],
  ])('is refused for a ring %s', async (_, rings, sentence) => {
    expect(await refused(start({ rings }), 400)).toBe(sentence);
  });

  it('is refused for a ring of one’s own with a cluster that does not have the flag', async () => {
    const clusters = ['staging-eu'];
    await createBoolean(portal, `${flag}-alone`, { clusters });
    const rings = [{ name: 'a', clusters: ['production-eu'] }];
    const call = start({ flag: `${flag}-alone`, rings });
    expect(await refused(call, 400)).toBe(
      'rings must have clusters that have the flag: production-eu does not',
    );
  });

  it('is refused for a second one of the same flag, of many in the same moment but one', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => start()));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200, 409, 409, 409,
    ]);
    const { id } = answers.find(({ status }) => status === 200)!.body;
    const { body } = await start();
    expect(body.error.message).toBe(
      `A roll-out of ${flag} is under way: wait for its end, or abort it (roll-out ${id})`,
    );
    expect(body.error.details).toEqual({ rollout: id });
  });

  it('holds back changes, retiring and putting back, but not what is said about the flag', async () => {
    const { items } = await answered(portal.dana, 'list-changes', { flag });
    await setFlag(portal, flag, { state: 'DISABLED' });
    const id = await soaking();
    for (const [operation, input] of [
      ['set-flag', { state: 'ENABLED' }],
      ['retire-flag', {}],
      ['restore-flag', { change: items[0].id }],
    ] as const) {
      const call = portal.dana.ask(operation, { flag, reason, ...input });
      expect(await refused(call, 409)).toContain(`(roll-out ${id})`);
    }
    await setFlag(portal, flag, { about: { description: 'x' } });
  });
});

describe('a roll-out that is under way', () => {
  it('goes no further while it is paused', async () => {
    const id = await soaking();
    expect((await act('pause', id)).body).toMatchObject({
      state: 'paused',
      sentence: `Dana Okafor paused it: ${reason}`,
    });
    expect(await refused(act('pause', id), 409)).toBe(
      `The roll-out cannot be paused, since it is paused: Dana Okafor paused it: ${reason}`,
    );
    portal.clock.leap(60 * 60_000);
    expect((await act('resume', id)).body).toMatchObject({ state: 'running' });
    await rolloutIs(portal, id, { rings: [{ state: 'done' }, {}, {}] });
  });

  it('is resumed only where it rests', async () => {
    const id = await soaking();
    expect(await refused(act('resume', id), 409)).toContain(
      'The roll-out cannot be resumed, since it is running',
    );
  });

  it('sends a ring again that was refused, once it is resumed', async () => {
    portal.cluster('staging-eu').refuse('It is read-only');
    const { body } = await start();
    await rolloutIs(portal, body.id, {
      state: 'stopped',
      rings: [{ state: 'sent' }, { state: 'waiting' }, {}],
    });
    portal.cluster('staging-eu').refuse(undefined);
    await act('resume', body.id);
    await rolloutIs(portal, body.id, {
      state: 'running',
      rings: [{ state: 'soaking' }, { state: 'waiting' }, {}],
    });
    const { items } = await answered(portal.dana, 'list-changes', { flag });
    expect(items.map(({ sentence }: any) => sentence)).toEqual([
      'Ring canary: on in staging-eu',
      'Ring canary: on in staging-eu',
      'Created: off in 4 clusters',
    ]);
  });

  it('restores what was wanted before in each cluster that it reached, once it is aborted', async () => {
    await setFlag(portal, flag, {
      percentages: { on: 25, off: 75 },
      clusters: ['staging-eu'],
    });
    const id = await soaking({ targeting: null });
    expect(await wantedOf(portal, flag)).toMatchObject({
      'staging-eu': 'on',
      'production-eu': 'off',
    });
    const { body } = await act('abort', id);
    expect(body).toMatchObject({
      state: 'aborted',
      sentence: `Dana Okafor aborted it: ${reason}`,
    });
    expect(body.endedAt).toBeDefined();
    const { items } = await answered(portal.dana, 'list-changes', { flag });
    expect(items[0]).toMatchObject({
      kind: 'abort',
      rollout: id,
      sentence: 'Roll-out aborted: 25 % on in staging-eu',
      clusters: [{ cluster: 'staging-eu' }],
    });
    await settled(portal, flag);
    await setFlag(portal, flag, { state: 'DISABLED' });
    expect(await refused(act('abort', id), 409)).toContain('since it is over');
  });

  it('restores also what it is about to send again', async () => {
    portal.cluster('staging-eu').refuse('It is read-only');
    const { body } = await start();
    await rolloutIs(portal, body.id, { state: 'stopped' });
    await act('resume', body.id);
    await act('abort', body.id);
    expect(await wantedOf(portal, flag)).toMatchObject({ 'staging-eu': 'off' });
  });

  it('ends where the flag is switched off, and restores nothing', async () => {
    const id = await soaking();
    const { changes } = await answered(portal.dana, 'kill-flag', {
      flag,
      reason,
    });
    expect(changes[0].sentence).toBe(
      'Switched off in staging-eu; Roll-out ended',
    );
    await rolloutIs(portal, id, {
      state: 'aborted',
      sentence: 'Dana Okafor switched the flag off everywhere',
    });
    const found = await answered(portal.dana, 'get-flag', { flag });
    expect(found).not.toHaveProperty('rollout');
    expect(new Set(Object.values(await wantedOf(portal, flag)))).toEqual(
      new Set(['off']),
    );
  });

  it.each(['pause', 'resume', 'abort'])(
    'is not there to %s',
    async operation => {
      const call = act(operation, '00000000-0000-4000-8000-000000000000');
      expect(await refused(call, 404)).toContain('There is no roll-out');
    },
  );

  it('is moved by sphera alone', async () => {
    const input = { id: flag, step: 'finish', sentence: 'x' };
    const { status } = await portal.dana.ask('advance-rollout', input);
    expect(status).toBe(404);
  });
});
