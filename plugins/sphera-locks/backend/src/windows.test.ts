import {
  Caller,
  DANA,
  setTheClock,
  startLocks,
  stopTheClock,
} from './__testUtils__/startLocks';

const TUESDAY = '2026-11-24T12:00:00.000Z';
const SATURDAY = '2026-11-28T12:00:00.000Z';
const weekend = {
  from: { day: 'friday', time: '16:00' },
  to: { day: 'sunday', time: '08:00' },
  timeZone: 'Europe/Berlin',
  reason: 'weekend',
};

describe('freeze windows', () => {
  let dana: Caller;
  let sam: Caller;
  let pipeline: Caller;

  async function start(config: object = {}) {
    ({ dana, sam, pipeline } = await startLocks({ config }));
  }
  beforeEach(() => stopTheClock(TUESDAY));
  afterEach(() => jest.useRealTimers());

  const create = async (body: object = {}) =>
    (await dana.post('create-window', { ...weekend, ...body }).expect(200))
      .body;
  const allowed = async (service = 'payments') =>
    (await pipeline.get('gate', { service, environment: 'production' })).body
      .allowed;

  it('are set by people, who see the next five times', async () => {
    await start();
    const window = await create({ service: 'payments' });
    expect(window).toMatchObject({
      ...weekend,
      service: 'component:default/payments',
      actions: ['deploy'],
      origin: 'page',
      createdBy: DANA,
    });
    expect(window.next).toHaveLength(5);
    expect(window.next[0]).toEqual({
      start: '2026-11-27T15:00:00.000Z',
      end: '2026-11-29T07:00:00.000Z',
    });
    expect((await dana.get('list-windows')).body).toEqual({
      items: [window],
      totalItems: 1,
    });
  });

  it('can be looked at before they are set', async () => {
    await start();
    const { body } = await dana
      .get('preview-window', {
        fromDay: 'friday',
        fromTime: '16:00',
        toDay: 'sunday',
        toTime: '08:00',
        timeZone: 'America/New_York',
      })
      .expect(200);
    expect(body.items).toHaveLength(5);
    expect(body.items[4].start).toBe('2026-12-25T21:00:00.000Z');
    expect((await dana.get('list-windows')).body.totalItems).toBe(0);
  });

  it('close the gate while they are open, to the millisecond', async () => {
    await start();
    await create({ service: 'payments', environment: 'production' });
    const allowedAt = async (moment: string) => {
      setTheClock(moment);
      return allowed();
    };
    expect(await allowedAt('2026-11-27T14:59:59.999Z')).toBe(true);
    expect(await allowedAt('2026-11-27T15:00:00.000Z')).toBe(false);
    expect(await allowed('search')).toBe(true);
    expect(await allowedAt('2026-11-29T06:59:59.999Z')).toBe(false);
    expect(await allowedAt('2026-11-29T07:00:00.000Z')).toBe(true);
    expect(await allowedAt('2026-12-04T15:00:00.000Z')).toBe(false);
  });

  it('show up among the locks while they are open', async () => {
    await start();
    const { id } = await create();
    expect((await dana.get('list-locks')).body.items).toEqual([]);

    setTheClock(SATURDAY);
    await dana.post('lock', { reason: 'besides' });
    const { body } = await dana.get('list-locks', { limit: 1 });
    const rest = await dana.get('list-locks', { cursor: body.nextCursor });
    expect(body).toMatchObject({
      items: [{ reason: 'besides' }],
      totalItems: 2,
    });
    expect(rest.body.items).toEqual([
      {
        id: `window-${id}`,
        actions: ['deploy'],
        reason: 'weekend',
        placedBy: DANA,
        placedAt: '2026-11-27T15:00:00.000Z',
        expiresAt: '2026-11-29T07:00:00.000Z',
        window: id,
      },
    ]);
  });

  it('cannot be unlocked, but deleted, by any developer, at once', async () => {
    await start();
    setTheClock(SATURDAY);
    const { id } = await create();

    const refusal = await dana
      .post('unlock', { id: `window-${id}`, reason: 'urgent' })
      .expect(409);
    expect(refusal.body.error.message).toBe(
      `This lock is held by the freeze window ${id} and cannot be taken off by itself: delete the window`,
    );
    expect(await allowed()).toBe(false);
    await sam.post('delete-window', { id, reason: 'urgent' }).expect(200);
    expect(await allowed()).toBe(true);
    await sam.post('delete-window', { id, reason: 'again' }).expect(404);
  });

  it('come from the configuration too, and are changed there', async () => {
    await start({ windows: [{ ...weekend, environment: 'production' }] });
    setTheClock(SATURDAY);

    const [window] = (await dana.get('list-windows')).body.items;
    expect(window).toMatchObject({
      id: 'configured-1',
      origin: 'configuration',
    });
    expect(window).not.toHaveProperty('createdBy');
    expect(await allowed()).toBe(false);
    for (const [operation, id] of [
      ['delete-window', 'configured-1'],
      ['unlock', 'window-configured-1'],
    ]) {
      const { body } = await dana
        .post(operation, { id, reason: 'urgent' })
        .expect(409);
      expect(body.error.message).toContain('change sphera.locks.windows[0]');
    }
  });

  it.each([
    ['a window that ends when it begins', { to: weekend.from }, 'to'],
    [
      'a day that is none',
      { from: { day: 'freitag', time: '16:00' } },
      'from.day',
    ],
    [
      'a time that is none',
      { from: { day: 'friday', time: '24:00' } },
      'from.time',
    ],
    ['a time zone that is none', { timeZone: 'Europe/Atlantis' }, 'timeZone'],
  ])('refuse %s', async (_what, change, field) => {
    await start();
    const { body } = await dana
      .post('create-window', { ...weekend, ...change })
      .expect(400);
    expect(body.error.details.fields).toMatchObject([{ field }]);
    expect((await dana.get('list-windows')).body.totalItems).toBe(0);
  });

  it('are listed by place, page by page', async () => {
    await start({ windows: [weekend] });
    await create({ service: 'payments' });
    await create({ service: 'search' });
    const page = async (query: object) =>
      (await dana.get('list-windows', query).expect(200)).body;

    expect(await page({ service: 'payments' })).toMatchObject({
      totalItems: 2,
    });
    const first = await page({ limit: 2 });
    const second = await page({ limit: 2, cursor: first.nextCursor });
    expect(second).toMatchObject({ items: [{}], totalItems: 3 });
    expect(second).not.toHaveProperty('nextCursor');
    await dana.get('list-windows', { cursor: 'nonsense' }).expect(400);
  });
});
