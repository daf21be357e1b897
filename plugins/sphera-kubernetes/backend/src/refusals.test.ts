import { mockCredentials } from '@backstage/backend-test-utils';
import type { FieldProblem } from '@sphera/plugin-operations-node';
import request from 'supertest';
import { startKubernetes } from './__testUtils__/startKubernetes';

const place = { cluster: 'staging-eu', namespace: 'selling', name: 'quotes' };
const where = {
  service: 'quotes',
  environment: 'staging',
  region: 'eu',
  cluster: 'staging-eu',
  limit: 10,
  cursor: 'YWJj',
};
const ofDeployment = {
  ...where,
  namespace: 'selling',
  deployment: 'quotes',
};
// A call that is right, by operation, but for the one field that each test spoils.
const READS: Record<string, object> = {
  'list-deployments': where,
  'list-service-deployments': {
    text: 'quotes',
    team: 'booking',
    environment: 'staging',
    only: 'drift',
    mine: true,
    limit: 10,
    cursor: 'YWJj',
  },
  'get-deployment': place,
  'list-pods': ofDeployment,
  'list-events': { ...ofDeployment, severity: 'warning' },
  'list-autoscalers': ofDeployment,
  'list-drift': { ...where, kind: 'version' },
  'stream-logs': {
    cluster: 'staging-eu',
    namespace: 'selling',
    pod: 'quotes-1',
    container: 'quotes',
    previous: true,
    follow: false,
    lines: 10,
  },
};
const WRITES: Record<string, object> = {
  'restart-deployment': { ...place, reason: 'it hangs' },
  'set-autoscaler-bounds': {
    ...place,
    minReplicas: 2,
    maxReplicas: 4,
    reason: 'a sale',
    expiresIn: 'PT1H',
  },
};
const TEXTS: Array<[string, string]> = [
  ['text that is absurdly long', 'x'.repeat(10_000)],
  ['a control character', 'quo\u0000tes'],
  ['HTML', '<img src=x onerror=alert(1)>'],
  ['SQL', "quotes'; DROP TABLE restarts; --"],
  ['nothing', ''],
  ['a path', '../../etc/passwd'],
];
const TYPES: Array<[string, unknown]> = [
  ['a text', 'quo\u0000tes'],
  ['a boolean', true],
  ['null', null],
  ['an object', { $ne: null }],
  ['a list in a list', [['quotes']]],
];
const MAY_LOOK_LIKE_A_PATH = ['reason', 'text', 'team'];

const spoilt = (
  calls: Record<string, object>,
  values: Array<[string, unknown]>,
) =>
  Object.entries(calls).flatMap(([operation, valid]) =>
    Object.keys(valid).flatMap(field =>
      values
        .filter(
          ([what]) =>
            what !== 'a path' || !MAY_LOOK_LIKE_A_PATH.includes(field),
        )
        .map(
          ([what, value]) =>
            [what, operation, field, { ...valid, [field]: value }] as const,
        ),
    ),
  );

describe('what is malformed is refused, and the field named', () => {
  let portal: Awaited<ReturnType<typeof startKubernetes>>;
  beforeAll(async () => {
    portal = await startKubernetes();
  });
  afterAll(() => portal.stop());

  async function outcome(call: request.Test) {
    const { status, body } = await call;
    const problems: FieldProblem[] = body.error?.details?.fields ?? [];
    return {
      status,
      fields: [...new Set(problems.map(({ field }) => field.split('.')[0]))],
      unclear: problems.filter(({ message }) => !/^(must|is) /.test(message)),
    };
  }
  const refusedFor = (field: string) => ({
    status: 400,
    fields: [field],
    unclear: [],
  });

  it.each(spoilt(READS, TEXTS))(
    '%s: %s, field %s',
    async (_what, operation, field, input) => {
      const call = portal.dana.get(operation, input);
      expect(await outcome(call)).toEqual(refusedFor(field));
    },
  );

  it.each(spoilt(WRITES, TYPES))(
    '%s: %s, field %s',
    async (_what, operation, field, input) => {
      const call = portal.dana.post(operation, input);
      expect(await outcome(call)).toEqual(refusedFor(field));
    },
  );

  it.each(Object.keys({ 'list-clusters': {}, ...READS }))(
    'a field that it does not have: %s',
    async operation => {
      const call = portal.dana.get(operation, {
        ...READS[operation],
        admin: true,
      });
      expect(await outcome(call)).toEqual(refusedFor('admin'));
    },
  );

  it.each([
    ['service', 'qoutes', 'it has no component:default/qoutes'],
    ['environment', 'prod', 'must be one of staging, production'],
    ['region', 'moon', 'must be one of eu, us'],
    ['cluster', 'moon', 'must be one of staging-eu'],
  ])('a %s that nobody knows', async (field, name, message) => {
    const call = () => portal.dana.get('list-drift', { [field]: name });
    expect(await outcome(call())).toEqual(refusedFor(field));
    expect((await call()).body.error.message).toContain(message);
  });

  it('a cursor that nobody gave out', async () => {
    for (const cursor of ['YWJj', 'cG9kczp4', 'cG9kczowMDE']) {
      const call = portal.dana.get('list-pods', { cursor });
      expect(await outcome(call)).toEqual(refusedFor('cursor'));
    }
  });

  it.each(Object.entries({ 'list-clusters': {}, ...READS }))(
    'whoever has not signed in, before anything else is looked at: %s',
    async (operation, input) => {
      const { status } = await request(portal.server)
        .get(`/api/sphera-kubernetes/v1/${operation}`)
        .query(input)
        .set('authorization', mockCredentials.none.header());
      expect(status).toBe(401);
    },
  );

  it.each(Object.entries(WRITES))(
    'whoever has not signed in and would change something: %s',
    async (operation, input) => {
      const { status } = await request(portal.server)
        .post(`/api/sphera-kubernetes/v1/${operation}`)
        .set('authorization', mockCredentials.none.header())
        .send(input);
      expect(status).toBe(401);
    },
  );

  it('a pipeline: its token may only ask the gate', async () => {
    const { body, status } = await portal.pipeline.get('list-deployments');
    expect(status).toBe(403);
    expect(body.error.message).toContain('sphera.policy.callers');
  });

  it.each(['settle-restart', 'restore-autoscaler-bounds'])(
    'an operation that only sphera itself runs: %s',
    async operation => {
      const { status } = await portal.dana.post(operation, { id: 'some-id' });
      expect(status).toBe(404);
    },
  );
});
