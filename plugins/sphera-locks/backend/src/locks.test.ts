import {
  Caller,
  DANA,
  SAM,
  setTheClock,
  startLocks,
  stopTheClock,
} from './__testUtils__/startLocks';

const PAYMENTS = 'component:default/payments';
const NOON = '2026-11-24T12:00:00.000Z';

describe('locks', () => {
  let dana: Caller;
  let sam: Caller;
  let pipeline: Caller;

  beforeEach(async () => {
    stopTheClock(NOON);
    ({ dana, sam, pipeline } = await startLocks());
  });
  afterEach(() => jest.useRealTimers());

  const place = async (who: Caller, body: object) =>
    (await who.post('lock', body).expect(200)).body;
  const gate = async (
    service: string,
    environment: string,
    action = 'deploy',
  ) =>
    (await pipeline.get('gate', { service, environment, action }).expect(200))
      .body;
  const list = async (query: object = {}) =>
    (await dana.get('list-locks', query).expect(200)).body;

  it('let everything through while there are none', async () => {
    expect(await gate('payments', 'production')).toEqual({
      service: PAYMENTS,
      environment: 'production',
      action: 'deploy',
      allowed: true,
      locks: [],
    });
  });

  it('close the gate of one service, and of no other', async () => {
    const lock = await place(dana, {
      service: 'payments',
      reason: 'incident 4711',
    });

    expect(lock).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      service: PAYMENTS,
      actions: ['deploy'],
      reason: 'incident 4711',
      placedBy: DANA,
      placedAt: NOON,
    });
    expect(await gate('payments', 'production')).toMatchObject({
      allowed: false,
      locks: [lock],
    });
    expect(await gate('search', 'production')).toMatchObject({ allowed: true });
  });

  it('are placed once, however often they are asked for with the same id', async () => {
    const id = '3f0c8a52-6f0e-4a53-9a8e-0d9a4f6f6b11';
    const wish = { id, service: 'payments', reason: 'incident 4711' };
    const [first, again] = await Promise.all([
      place(dana, wish),
      place(dana, wish),
    ]);

    expect(first).toMatchObject({ id, reason: 'incident 4711' });
    expect(again).toEqual(first);
    expect((await list()).totalItems).toBe(1);
  });

  it('keep an id that another lock has', async () => {
    const id = '3f0c8a52-6f0e-4a53-9a8e-0d9a4f6f6b11';
    const wish = { id, service: 'payments', reason: 'incident 4711' };
    await place(dana, wish);
    const other = await sam.post('lock', wish).expect(409);

    expect(other.body.error.message).toMatch(
      `The id ${id} belongs to another lock, placed by ${DANA}`,
    );
    expect((await list()).totalItems).toBe(1);
  });

  it('close the gate of every service while everything is locked', async () => {
    await place(dana, { reason: 'incident 4711' });
    for (const service of ['payments', 'search']) {
      expect(await gate(service, 'staging')).toMatchObject({
        allowed: false,
        locks: [{ reason: 'incident 4711', placedBy: DANA }],
      });
    }
  });

  it('keep to their environment', async () => {
    await place(dana, {
      service: 'payments',
      environment: 'production',
      reason: 'incident 4711',
    });
    expect(await gate('payments', 'production')).toMatchObject({
      allowed: false,
    });
    expect(await gate('payments', 'staging')).toMatchObject({ allowed: true });
  });

  it('hold back deploys, or the actions that they name', async () => {
    await place(dana, { service: 'payments', reason: 'default' });
    await place(dana, {
      service: 'search',
      actions: ['restart', 'scale'],
      reason: 'named',
    });
    const held = async (service: string) => {
      const answers = await Promise.all(
        ['deploy', 'merge', 'rollback', 'restart', 'scale'].map(action =>
          gate(service, 'staging', action),
        ),
      );
      return answers
        .filter(({ allowed }) => !allowed)
        .map(({ action }) => action);
    };
    expect(await held('payments')).toEqual(['deploy']);
    expect(await held('search')).toEqual(['restart', 'scale']);
  });

  it('stack: the gate opens when the last one is taken off', async () => {
    const first = await place(dana, {
      service: 'payments',
      reason: 'incident',
    });
    const second = await place(sam, { reason: 'audit week' });
    expect((await gate('payments', 'production')).locks).toHaveLength(2);

    await dana.post('unlock', { id: first.id, reason: 'mended' }).expect(200);
    expect(await gate('payments', 'production')).toMatchObject({
      allowed: false,
      locks: [{ id: second.id }],
    });

    await sam.post('unlock', { id: second.id, reason: 'over' }).expect(200);
    expect(await gate('payments', 'production')).toMatchObject({
      allowed: true,
    });
  });

  it('stack even where they are the same in everything', async () => {
    const same = { service: 'payments', reason: 'incident' };
    const first = await place(dana, same);
    await place(dana, same);
    await dana.post('unlock', { id: first.id, reason: 'mended' }).expect(200);
    expect((await gate('payments', 'production')).locks).toHaveLength(1);
  });

  it('can be taken off by any developer, and say by whom, when and why', async () => {
    const lock = await place(dana, { service: 'payments', reason: 'incident' });
    setTheClock('2026-11-24T12:05:00.000Z');
    const { body } = await sam.post('unlock', {
      id: lock.id,
      reason: 'mended',
    });
    expect(body).toEqual({
      ...lock,
      ended: {
        how: 'released',
        at: '2026-11-24T12:05:00.000Z',
        by: SAM,
        reason: 'mended',
      },
    });
  });

  it('can be taken off once: whoever comes later hears who was faster', async () => {
    const { id } = await place(dana, {
      service: 'payments',
      reason: 'incident',
    });
    await sam.post('unlock', { id, reason: 'mended' }).expect(200);
    const { body } = await dana
      .post('unlock', { id, reason: 'me too' })
      .expect(409);
    expect(body.error).toMatchObject({
      name: 'ConflictError',
      message: `This lock was already taken off by ${SAM} at ${NOON}`,
      details: { lock: { id, ended: { by: SAM } } },
    });
  });

  it('that never were cannot be taken off', async () => {
    const { body } = await dana
      .post('unlock', { id: 'no-such-lock', reason: 'mended' })
      .expect(404);
    expect(body.error.message).toBe(
      'There is no lock with the id no-such-lock',
    );
  });

  it.each([
    ['at a moment', { expiresAt: '2026-11-24T14:00:00+01:00' }],
    ['after some time', { expiresIn: 'PT1H' }],
  ])('end by themselves %s', async (_when, end) => {
    const lock = await place(dana, {
      service: 'payments',
      reason: 'release',
      ...end,
    });
    expect(lock.expiresAt).toBe('2026-11-24T13:00:00.000Z');

    setTheClock('2026-11-24T12:59:59.999Z');
    expect(await gate('payments', 'production')).toMatchObject({
      allowed: false,
    });
    setTheClock('2026-11-24T13:00:00.000Z');
    expect(await gate('payments', 'production')).toMatchObject({
      allowed: true,
    });
    expect((await list({ state: 'ended' })).items).toMatchObject([
      { id: lock.id, ended: { how: 'expired', at: lock.expiresAt } },
    ]);
    const { body } = await dana
      .post('unlock', { id: lock.id, reason: 'late' })
      .expect(409);
    expect(body.error.message).toBe(
      'This lock already ended by itself at 2026-11-24T13:00:00.000Z',
    );
  });

  it.each([
    ['expiresAt', { expiresAt: NOON }, 'must lie in the future'],
    [
      'expiresAt',
      { expiresAt: '1999-12-31T23:59:59Z' },
      'must lie in the future',
    ],
    [
      'expiresIn',
      { expiresAt: '2026-11-25T12:00:00Z', expiresIn: 'PT1H' },
      'must not stand beside expiresAt',
    ],
  ])('refuse an end that cannot be: %s %j', async (field, end, message) => {
    const { body } = await dana
      .post('lock', { reason: 'release', ...end })
      .expect(400);
    expect(body.error.message).toContain(`${field} ${message}`);
    expect(body.error.details.fields).toMatchObject([{ field }]);
    expect(await list({ state: 'all' })).toMatchObject({ totalItems: 0 });
  });

  describe('on merges', () => {
    const freeze = async (body: object) =>
      (await dana.post('freeze-merges', body).expect(200)).body;

    it('freeze one service, or all', async () => {
      const one = await freeze({ service: 'payments', reason: 'release' });
      expect(one).toMatchObject({ service: PAYMENTS, actions: ['merge'] });
      expect(
        (await pipeline.get('gate', { service: 'payments', action: 'merge' }))
          .body,
      ).toMatchObject({ allowed: false });
      expect(await gate('payments', 'production', 'deploy')).toMatchObject({
        allowed: true,
      });
      expect(await gate('search', 'production', 'merge')).toMatchObject({
        allowed: true,
      });

      await freeze({ reason: 'release', expiresIn: 'PT1H' });
      expect(await gate('search', 'production', 'merge')).toMatchObject({
        allowed: false,
      });
    });

    it('thaw where they were frozen, all at once, and nowhere else', async () => {
      const everywhere = await freeze({ reason: 'release' });
      const here = [
        await freeze({ service: 'payments', reason: 'release' }),
        await freeze({ service: 'payments', reason: 'again' }),
      ];
      const both = await place(dana, {
        service: 'payments',
        actions: ['deploy', 'merge'],
        reason: 'a lock, not a freeze',
      });

      const { body } = await sam
        .post('unfreeze-merges', { service: 'payments', reason: 'released' })
        .expect(200);
      const ids = (locks: Array<{ id: string }>) =>
        locks.map(({ id }) => id).sort();
      expect(ids(body.items)).toEqual(ids(here));
      expect(body.items[0].ended).toMatchObject({
        by: SAM,
        reason: 'released',
      });
      expect(ids((await list()).items)).toEqual(ids([everywhere, both]));
    });

    it('can be thawed where nothing is frozen', async () => {
      const { body } = await dana.post('unfreeze-merges', {
        reason: 'to be sure',
      });
      expect(body).toEqual({ items: [] });
    });
  });

  describe('in a list', () => {
    it('are those that hold, the newest first, with those on everything', async () => {
      await place(dana, { service: 'search', reason: 'other' });
      setTheClock('2026-11-24T12:01:00.000Z');
      await place(dana, { service: 'payments', reason: 'first' });
      setTheClock('2026-11-24T12:02:00.000Z');
      await place(dana, { reason: 'second' });

      const { items, totalItems } = await list({ service: 'payments' });
      expect(items.map(({ reason }: any) => reason)).toEqual([
        'second',
        'first',
      ]);
      expect(totalItems).toBe(2);
    });

    it('come page by page', async () => {
      for (const reason of ['one', 'two', 'three', 'four', 'five']) {
        await place(dana, { reason });
      }
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({ limit: 2, ...(cursor && { cursor }) });
        expect(page.totalItems).toBe(5);
        seen.push(...page.items.map(({ reason }: any) => reason));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen.sort()).toEqual(['five', 'four', 'one', 'three', 'two']);
    });

    it('refuse a cursor that nobody was given', async () => {
      const { body } = await dana
        .get('list-locks', { cursor: 'bm9uc2Vuc2U' })
        .expect(400);
      expect(body.error.details.fields).toMatchObject([{ field: 'cursor' }]);
    });
  });
});

it('locks tell open pages of each change', async () => {
  const { dana, signals } = await startLocks();
  const lock = await dana.post('lock', {
    service: 'payments',
    reason: 'incident',
  });
  await dana.post('unlock', { id: lock.body.id, reason: 'mended' });
  expect(signals).toMatchObject([
    { operation: 'lock', service: PAYMENTS },
    { operation: 'unlock', service: PAYMENTS },
  ]);
});
