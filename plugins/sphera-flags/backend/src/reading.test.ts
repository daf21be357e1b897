import { answered, refused } from './__testUtils__/asking';
import { createInStep, untilInStep } from './__testUtils__/flagging';
import { SAM, TEAMS } from './__testUtils__/people';
import { CLUSTERS } from './__testUtils__/settings';
import { type FlagsPortal, startFlags } from './__testUtils__/startFlags';

const OFF = { text: 'off', isOn: false };
const ON = { text: 'on', isOn: true };

describe('flags', () => {
  let portal: FlagsPortal;
  const ask = (operation: string, input: object = {}) =>
    answered(portal.dana, operation, input);
  const keys = async (question: object) =>
    (await ask('list-flags', question)).items.map(
      ({ flag }: { flag: string }) => flag,
    );

  beforeAll(async () => {
    portal = await startFlags();
    await createInStep(portal, 'instant-refunds', {
      service: 'payments',
      description: 'Money back at once',
      purpose: 'release',
      endsOn: '2099-03-31',
    });
    await createInStep(portal, 'live-map', { service: 'tracker' });
    await createInStep(portal, 'only-in-staging', {
      service: 'payments',
      clusters: ['staging-eu'],
    });
    await createInStep(portal, 'quotes-by-weight', {
      service: 'quotes',
      owner: TEAMS[SAM],
    });
    await createInStep(portal, 'gone');
    await ask('retire-flag', { flag: 'gone', reason: 'nobody asks it' });
    await ask('set-flag', {
      flag: 'instant-refunds',
      environments: ['production'],
      defaultVariant: 'on',
      reason: 'all is well',
    });
    await untilInStep(portal, 'instant-refunds');
    await untilInStep(portal, 'gone');
  });
  afterAll(() => portal.stop());

  describe('in a list', () => {
    it('are sorted by their keys, without those that are retired', async () => {
      expect(await keys({})).toEqual([
        'instant-refunds',
        'live-map',
        'only-in-staging',
        'quotes-by-weight',
      ]);
      expect(await keys({ retired: true })).toEqual(['gone']);
    });

    it('have the clusters that stand alike together', async () => {
      const { items } = await ask('list-flags', { text: 'refunds' });
      expect(items).toEqual([
        expect.objectContaining({
          flag: 'instant-refunds',
          service: 'component:default/payments',
          type: 'boolean',
          description: 'Money back at once',
          purpose: 'release',
          endsOn: '2099-03-31',
          owner: { ref: 'group:default/booking', title: 'Booking' },
          createdBy: { ref: 'user:default/dana', title: 'Dana Okafor' },
          groups: [
            {
              state: 'in-step',
              wanted: OFF,
              reported: OFF,
              clusters: ['staging-eu'],
            },
            {
              state: 'in-step',
              wanted: ON,
              reported: ON,
              clusters: ['production-eu', 'production-us', 'production-ap'],
            },
          ],
        }),
      ]);
    });

    it('come with the clusters as columns, in the order of the fleet', async () => {
      const { clusters } = await ask('list-flags');
      expect(clusters[0]).toEqual({
        cluster: 'staging-eu',
        environment: 'staging',
        region: 'eu-central-1',
        heardAt: expect.any(String),
        isSilent: false,
      });
      expect(clusters.map((one: any) => one.cluster)).toEqual(CLUSTERS);
    });

    it.each([
      [{ service: 'tracker' }, ['live-map']],
      [{ text: 'WEIGHT' }, ['quotes-by-weight']],
      [{ text: 'money back' }, ['instant-refunds']],
      [{ text: 'payments' }, ['instant-refunds', 'only-in-staging']],
      [
        { owner: 'group:default/booking' },
        ['instant-refunds', 'only-in-staging'],
      ],
      [{ owner: TEAMS[SAM] }, ['live-map', 'quotes-by-weight']],
      [{ cluster: 'production-us', service: 'payments' }, ['instant-refunds']],
      [
        { environment: 'staging', service: 'payments' },
        ['instant-refunds', 'only-in-staging'],
      ],
      [{ state: 'refused' }, []],
      [{ ready: true }, []],
      [{ ready: false, service: 'tracker' }, ['live-map']],
    ])('are those that are asked for: %j', async (question, wanted) => {
      expect(await keys(question)).toEqual(wanted);
    });

    it('of an environment have its clusters alone', async () => {
      const { clusters, items } = await ask('list-flags', {
        environment: 'staging',
        text: 'refunds',
      });
      expect(clusters.map((one: any) => one.cluster)).toEqual(['staging-eu']);
      expect(items[0].groups).toHaveLength(1);
    });

    it('are told page by page, each once', async () => {
      const first = await ask('list-flags', { limit: 3 });
      expect(first).toMatchObject({ totalItems: 4, counts: { flags: 4 } });
      const second = await ask('list-flags', {
        limit: 3,
        cursor: first.nextCursor,
      });
      expect(second.items.map((one: any) => one.flag)).toEqual([
        'quotes-by-weight',
      ]);
      expect(second.nextCursor).toBeUndefined();
    });

    it.each(['YWJj', 'ZHJpZnQ6MTA'])(
      'have no page at a cursor that nobody gave out: %s',
      async cursor => {
        const call = portal.dana.ask('list-flags', { cursor });
        expect(await refused(call, 400)).toContain('cursor must be');
      },
    );
  });

  it('are told one by one, with every cluster', async () => {
    const { cells } = await ask('get-flag', { flag: 'only-in-staging' });
    const off = {
      state: 'ENABLED',
      variants: { on: true, off: false },
      defaultVariant: 'off',
    };
    expect(cells[0]).toMatchObject({
      cluster: 'staging-eu',
      environment: 'staging',
      region: 'eu-central-1',
      state: 'in-step',
      since: expect.any(String),
      wanted: { revision: 1, definition: off, value: OFF },
      reported: { revision: 1, definition: off, value: OFF },
    });
    expect(cells.slice(1)).toEqual(
      ['eu-central-1', 'us-east-1', 'ap-southeast-2'].map((region, nth) => ({
        cluster: CLUSTERS[nth + 1],
        environment: 'production',
        region,
        state: 'absent',
      })),
    );
  });

  it('that are retired say when, and are nowhere', async () => {
    const { retiredAt, cells } = await ask('get-flag', { flag: 'gone' });
    expect(retiredAt).toEqual(expect.any(String));
    for (const cell of cells) {
      expect(cell).toMatchObject({
        state: 'absent',
        wanted: { revision: 2, definition: null, value: { text: 'removed' } },
        reported: { definition: null, value: { text: 'not there' } },
      });
    }
  });

  it('that nobody knows are not found', async () => {
    const call = portal.dana.ask('get-flag', { flag: 'nobody-knows' });
    expect(await refused(call, 404)).toBe('There is no flag nobody-knows');
  });

  it('are in the very next answer after they were changed', async () => {
    for (const flag of ['a-1', 'a-2', 'a-3']) {
      const changed = { flag, service: 'tracker', owner: TEAMS[SAM] };
      await createInStep(portal, flag, changed);
      expect(await keys({ text: 'a-' })).toContain(flag);
      await ask('retire-flag', { flag, reason: 'it was tried' });
      expect(await keys({ text: 'a-' })).not.toContain(flag);
    }
  });

  it('are rolled out in the rings of the configuration', async () => {
    expect(await ask('get-rings')).toEqual({
      rings: [
        { name: 'staging', clusters: ['staging-eu'] },
        { name: 'production', clusters: CLUSTERS.slice(1) },
      ],
      soak: 'PT10M',
    });
  });

  it.each([
    ['list-flags', {}],
    ['get-flag', { flag: 'instant-refunds' }],
    ['list-drift', {}],
    ['list-changes', {}],
    ['list-rollouts', {}],
    ['get-rollout', { id: 'some-id' }],
    ['get-rings', {}],
    ['list-agents', {}],
    ['get-messaging', {}],
    ['list-set-aside', {}],
  ])('are for who has signed in: %s', async (operation, input) => {
    const { status } = await portal.nobody.ask(operation, input);
    expect(status).toBe(401);
  });

  it('are for programs that the configuration names', async () => {
    const call = portal.pipeline.ask('list-flags');
    expect(await refused(call, 403)).toContain('sphera.policy.callers');
  });
});

describe('a portal without any flag', () => {
  let portal: FlagsPortal;
  beforeAll(async () => {
    portal = await startFlags({ answering: [] });
  });
  afterAll(() => portal.stop());

  it('answers with nothing, and clusters that were never heard', async () => {
    const page = await answered(portal.dana, 'list-flags');
    expect(page).toMatchObject({ items: [], totalItems: 0 });
    expect(Object.values(page.counts)).toEqual(Array(7).fill(0));
    expect(page.clusters[0]).toEqual({
      cluster: 'staging-eu',
      environment: 'staging',
      region: 'eu-central-1',
      isSilent: true,
    });
    for (const list of ['drift', 'changes', 'rollouts', 'set-aside']) {
      const answer = await answered(portal.dana, `list-${list}`);
      expect(answer).toEqual({ items: [], totalItems: 0 });
    }
    const { items } = await answered(portal.dana, 'list-agents');
    expect(items[0]).toEqual({
      cluster: 'staging-eu',
      environment: 'staging',
      region: 'eu-central-1',
      state: 'never',
      drifting: 0,
      onTheWay: 0,
    });
  });
});
