import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered, refused } from './__testUtils__/asking';
import { createInStep, setFlag, untilInStep } from './__testUtils__/flagging';
import { CLUSTERS } from './__testUtils__/settings';
import { type FlagsPortal, startFlags } from './__testUtils__/startFlags';

const [, EU, US, AP] = CLUSTERS;
const DANA = { ref: 'user:default/dana', title: 'Dana Okafor' };

describe('the history of flags', () => {
  let portal: FlagsPortal;
  const ask = (operation: string, input: object = {}) =>
    answered(portal.dana, operation, input);
  const rolloutLike = (id: string, wanted: object) =>
    eventually(async () =>
      expect(await ask('get-rollout', { id })).toMatchObject(wanted),
    );
  const start = () =>
    ask('start-rollout', {
      flag: 'new-checkout',
      defaultVariant: 'on',
      rings: [
        { name: 'canary', clusters: [EU] },
        { name: 'others', clusters: [US, AP] },
      ],
      soak: 'PT90M',
      reason: 'step by step',
    });

  beforeEach(async () => {
    portal = await startFlags();
    await createInStep(portal, 'new-checkout', { service: 'payments' });
  });
  afterEach(() => portal.stop());

  it('tells who, why, and when each cluster followed, the newest first', async () => {
    portal.cluster(US).refuse('It is full');
    await setFlag(portal, 'new-checkout', {
      environments: ['production'],
      defaultVariant: 'on',
    });
    const followed = (cluster: string) => ({
      cluster,
      revision: 2,
      definition: expect.objectContaining({ defaultVariant: 'on' }),
      value: 'on',
      answeredAt: expect.any(String),
      isOvertaken: false,
    });
    await eventually(async () =>
      expect(await ask('list-changes', { flag: 'new-checkout' })).toEqual({
        items: [
          {
            id: expect.any(String),
            flag: 'new-checkout',
            service: 'component:default/payments',
            kind: 'set',
            at: expect.any(String),
            by: DANA,
            reason: 'a test',
            sentence: expect.stringContaining('on in'),
            clusters: [
              followed(EU),
              { ...followed(US), refusal: 'It is full' },
              followed(AP),
            ],
          },
          expect.objectContaining({ kind: 'create', by: DANA }),
        ],
        totalItems: 2,
      }),
    );
  });

  it('is told page by page, of all flags, of a service, or of one', async () => {
    await createInStep(portal, 'live-map', { service: 'tracker' });
    await ask('retire-flag', { flag: 'live-map', reason: 'it was tried' });
    const first = await ask('list-changes', { limit: 2 });
    const kinds = ({ items }: { items: any[] }) =>
      items.map(({ flag, kind }) => `${kind} ${flag}`);
    expect(kinds(first)).toEqual(['retire live-map', 'create live-map']);
    const { nextCursor: cursor, totalItems } = first;
    expect(totalItems).toBe(3);
    expect(kinds(await ask('list-changes', { limit: 2, cursor }))).toEqual([
      'create new-checkout',
    ]);
    expect(kinds(await ask('list-changes', { service: 'payments' }))).toEqual([
      'create new-checkout',
    ]);
    const [{ clusters }] = first.items;
    expect(clusters[0]).toMatchObject({ definition: null, value: 'removed' });
  });

  it('has roll-outs, ring by ring, as they go on', async () => {
    portal.cluster(AP).hush(true);
    const { id } = await start();
    await rolloutLike(id, {
      flag: 'new-checkout',
      service: 'component:default/payments',
      state: 'running',
      value: 'on',
      reason: 'step by step',
      startedBy: DANA,
      startedAt: expect.any(String),
      soak: 'PT1H30M',
      rings: [
        {
          name: 'canary',
          state: 'soaking',
          sentAt: expect.any(String),
          acknowledgedAt: expect.any(String),
          soaksUntil: expect.any(String),
          clusters: [{ cluster: EU, state: 'acknowledged' }],
        },
        {
          name: 'others',
          state: 'waiting',
          clusters: [
            { cluster: US, state: 'waiting' },
            { cluster: AP, state: 'waiting' },
          ],
        },
      ],
    });
    const { rollout } = await ask('get-flag', { flag: 'new-checkout' });
    expect(rollout).toMatchObject({ id, state: 'running' });

    portal.clock.leap(90 * 60_000);
    await portal.beat();
    await rolloutLike(id, {
      rings: [
        { state: 'done' },
        {
          state: 'sent',
          clusters: [
            { cluster: US, state: 'acknowledged' },
            {
              cluster: AP,
              state: 'on-its-way',
              sentence: expect.stringContaining('not acknowledged yet'),
            },
          ],
        },
      ],
    });
  });

  it('has roll-outs that a cluster stopped, with its reason', async () => {
    portal.cluster(EU).refuse('It is full');
    const { id } = await start();
    await rolloutLike(id, {
      state: 'stopped',
      sentence: expect.stringContaining('It is full'),
      rings: [
        {
          state: 'sent',
          clusters: [
            {
              state: 'refused',
              sentence: expect.stringMatching(/^Refused .* ago: It is full$/),
            },
          ],
        },
        { state: 'waiting' },
      ],
    });
    const row = await ask('list-flags', { text: 'new-checkout' });
    expect(row.items[0].rollout).toMatchObject({ id, state: 'stopped' });
  });

  it('lists roll-outs, the newest first, and those in one state', async () => {
    const { id: first } = await start();
    await ask('abort-rollout', { id: first, reason: 'not today' });
    await untilInStep(portal, 'new-checkout');
    const { id: second } = await start();
    const ids = async (question: object = {}) =>
      (await ask('list-rollouts', question)).items.map((one: any) => one.id);
    expect(await ids()).toEqual([second, first]);
    expect(await ids({ state: 'aborted' })).toEqual([first]);
    expect(await ids({ flag: 'another' })).toEqual([]);
    expect(await ids({ service: 'tracker' })).toEqual([]);
    const [aborted] = (await ask('list-rollouts', { state: 'aborted' })).items;
    expect(aborted.endedAt).toEqual(expect.any(String));
    expect(await ask('get-flag', { flag: 'new-checkout' })).toMatchObject({
      rollout: { id: second },
    });
  });

  it('has no roll-out with an id that nobody gave out', async () => {
    const call = portal.dana.ask('get-rollout', { id: 'no-such-id' });
    expect(await refused(call, 404)).toBe(
      'There is no roll-out with the id no-such-id',
    );
  });
});
