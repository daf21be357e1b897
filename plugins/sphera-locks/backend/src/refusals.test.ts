import { mockCredentials } from '@backstage/backend-test-utils';
import type { FieldProblem } from '@sphera/plugin-operations-node';
import request from 'supertest';
import { Caller, startLocks } from './__testUtils__/startLocks';

const window = {
  from: { day: 'friday', time: '16:00' },
  to: { day: 'sunday', time: '08:00' },
  timeZone: 'Europe/Berlin',
  reason: 'weekend',
};
// A call that is right, by operation, but for the one field that each test spoils.
const WRITES: Record<string, object> = {
  lock: {
    service: 'payments',
    environment: 'production',
    actions: ['deploy'],
    reason: 'incident',
    expiresAt: '2099-01-01T00:00:00Z',
    expiresIn: undefined,
  },
  unlock: { id: 'some-id', reason: 'mended' },
  'freeze-merges': {
    service: 'payments',
    reason: 'release',
    expiresIn: 'PT1H',
    expiresAt: undefined,
  },
  'unfreeze-merges': { service: 'payments', reason: 'released' },
  'create-window': {
    service: 'payments',
    environment: 'production',
    actions: ['deploy'],
    ...window,
  },
  'delete-window': { id: 'some-id', reason: 'over' },
};
const READS: Record<string, object> = {
  gate: { service: 'payments', environment: 'production', action: 'deploy' },
  'list-locks': {
    service: 'payments',
    environment: 'production',
    state: 'all',
    limit: 10,
    cursor: 'YWJj',
  },
  'list-windows': { service: 'payments', environment: 'production', limit: 10 },
  'preview-window': {
    fromDay: 'friday',
    fromTime: '16:00',
    toDay: 'sunday',
    toTime: '08:00',
    timeZone: 'Europe/Berlin',
  },
};

const TEXTS: Array<[string, string]> = [
  ['text that is absurdly long', 'x'.repeat(10_000)],
  ['a control character', 'pay\u0000ments'],
  ['marks that reorder text', 'pay\u202ements'],
  ['HTML', '<img src=x onerror=alert(1)>'],
  ['SQL', "payments'; DROP TABLE locks; --"],
  ['nothing', ''],
  ['a path', '../../etc/passwd'],
];
const TYPES: Array<[string, unknown]> = [
  ['a number', 42],
  ['a boolean', true],
  ['null', null],
  ['an object', { $ne: null }],
  ['a list in a list', [['deploy']]],
];

const spoilt = (
  calls: Record<string, object>,
  values: Array<[string, unknown]>,
) =>
  Object.entries(calls).flatMap(([operation, valid]) =>
    Object.keys(valid).flatMap(field =>
      values
        // A reason may well look like a path.
        .filter(([what]) => field !== 'reason' || what !== 'a path')
        .map(
          ([what, value]) =>
            [what, operation, field, { ...valid, [field]: value }] as const,
        ),
    ),
  );

describe('locks refuse what is malformed, name the field and keep nothing', () => {
  let dana: Caller;
  let server: Parameters<typeof request>[0];
  beforeAll(async () => {
    ({ dana, server } = await startLocks());
  });

  /** What came of a call: its answer, and whether anything was kept. */
  async function outcome(call: request.Test) {
    const { status, body } = await call;
    const [locks, windows] = await Promise.all([
      dana.get('list-locks', { state: 'all' }),
      dana.get('list-windows'),
    ]);
    const problems: FieldProblem[] = body.error?.details?.fields ?? [];
    return {
      status,
      fields: [...new Set(problems.map(({ field }) => field.split('.')[0]))],
      unclear: problems.filter(
        ({ message }) => !/^(must|is|names) /.test(message),
      ),
      kept: locks.body.totalItems + windows.body.totalItems,
    };
  }
  const refusedFor = (field: string) => ({
    status: 400,
    fields: [field],
    unclear: [],
    kept: 0,
  });

  it.each(spoilt(WRITES, [...TEXTS, ...TYPES]))(
    '%s: %s, field %s',
    async (_what, operation, field, input) => {
      expect(await outcome(dana.post(operation, input))).toEqual(
        refusedFor(field),
      );
    },
  );

  it.each(spoilt(READS, TEXTS))(
    '%s: %s, field %s',
    async (_what, operation, field, input) => {
      expect(await outcome(dana.get(operation, input))).toEqual(
        refusedFor(field),
      );
    },
  );

  it.each(Object.keys(WRITES))(
    'a field that it does not have: %s',
    async operation => {
      const input = { ...WRITES[operation], admin: true };
      expect(await outcome(dana.post(operation, input))).toEqual(
        refusedFor('admin'),
      );
    },
  );

  it.each(Object.keys(READS))(
    'a field that it does not have: %s',
    async operation => {
      const input = { ...READS[operation], admin: true };
      expect(await outcome(dana.get(operation, input))).toEqual(
        refusedFor('admin'),
      );
    },
  );

  it.each([
    ['service', 'paymets', 'it has no component:default/paymets'],
    ['environment', 'prod', 'must be one of staging, production'],
  ])('a %s that nobody knows', async (field, name, message) => {
    const call = () => dana.post('lock', { reason: 'x', [field]: name });
    expect(await outcome(call())).toEqual(refusedFor(field));
    expect((await call()).body.error.message).toContain(message);
  });

  it.each([
    ['an action that is none', ['deploy', 'destroy']],
    ['an action twice', ['deploy', 'deploy']],
    ['no action', []],
    ['twenty thousand actions', Array(20_000).fill('deploy')],
  ])('%s', async (_what, actions) => {
    const call = dana.post('lock', { reason: 'x', actions });
    expect(await outcome(call)).toEqual(refusedFor('actions'));
  });

  it.each([
    ['expiresIn', 'P'],
    ['expiresIn', 'PT0S'],
    ['expiresIn', 'P2Y'],
    ['expiresIn', '-PT1H'],
    ['expiresIn', '2 hours'],
    ['expiresAt', '2026-13-45T99:00:00Z'],
    ['expiresAt', '2099-01-01'],
    ['expiresAt', '2099-01-01T00:00:00'],
    ['expiresAt', '9999-12-31T23:59:59-12:00'],
  ])('an end that is none: %s %s', async (field, end) => {
    const call = dana.post('lock', { reason: 'x', [field]: end });
    expect(await outcome(call)).toEqual(refusedFor(field));
  });

  it.each([
    ['not JSON', '{"reason": ', 400],
    ['a list', '[]', 400],
    ['a text', '"lock everything"', 400],
    ['a prototype', '{"reason": "x", "__proto__": {"admin": true}}', 400],
    [
      'very deep',
      `{"reason": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      400,
    ],
    ['too long', JSON.stringify({ reason: 'x'.repeat(1_000_000) }), 413],
  ])('a body that is %s', async (_what, body, status) => {
    const call = dana.post('lock', body).type('application/json');
    expect(await outcome(call)).toMatchObject({ status, kept: 0 });
  });

  it('whoever has not signed in', async () => {
    const { status } = await request(server)
      .get('/api/sphera-locks/v1/gate?service=payments')
      .set('authorization', mockCredentials.none.header());
    expect(status).toBe(401);
  });

  it('a pipeline that wants to lock: its token may only ask the gate', async () => {
    const { pipeline } = await startLocks();
    const { body, status } = await pipeline.post('lock', { reason: 'because' });
    expect(status).toBe(403);
    expect(body.error.message).toContain('sphera.policy.callers');
  });

  it('an operation that only sphera itself runs', async () => {
    const input = { id: 'some-id', reason: 'x' };
    expect((await dana.post('expire-lock', input)).status).toBe(404);
  });
});
