import { flagsOperations } from '@sphera/plugin-flags-common';
import type { FieldProblem } from '@sphera/plugin-operations-node';
import type request from 'supertest';
import { type FlagsPortal, startFlags } from '../__testUtils__/startFlags';

const flag = 'new-checkout';
const service = 'payments';
const environment = 'production';
const cluster = 'production-eu';
const id = '00000000-0000-4000-8000-000000000000';
const page = { limit: 10, cursor: 'YWJj' };

/** A call that is well formed, with every field that there is, by each operation that looks. */
const CALLS: Record<string, object> = {
  'list-flags': {
    service,
    environment,
    cluster,
    owner: 'group:default/booking',
    state: 'refused',
    ready: true,
    retired: false,
    text: 'checkout',
    ...page,
  },
  'list-service-flags': page,
  'get-flag': { flag },
  'list-drift': { service, flag, environment, cluster, ...page },
  'list-changes': { flag, service, ...page },
  'get-rollout': { id },
  'list-rollouts': { flag, service, state: 'running', ...page },
  'list-agents': { environment, ...page },
  'list-set-aside': page,
  'get-messaging': {},
  'get-rings': {},
};
const VALUES: Array<[string, unknown]> = [
  ['text that is absurdly long', 'x'.repeat(10_000)],
  ['a control character', 'new\u0000checkout'],
  ['HTML', '<img src=x onerror=alert(1)>'],
  ['SQL', "x'; DROP TABLE flags; --"],
  ['nothing', ''],
  ['a path', '../../etc/passwd'],
];
const spoilt = Object.entries(CALLS).flatMap(([operation, valid]) =>
  Object.keys(valid).flatMap(field =>
    // People write any text when they look for something.
    VALUES.filter(([what]) => field !== 'text' || what !== 'a path').map(
      ([what, value]) =>
        [what, operation, field, { ...valid, [field]: value }] as const,
    ),
  ),
);

describe('what is malformed is refused, and the field named', () => {
  let portal: FlagsPortal;
  beforeAll(async () => {
    portal = await startFlags({ answering: [] });
  });
  afterAll(() => portal.stop());

  async function outcome(call: request.Test) {
    const { status, body } = await call;
    const problems: FieldProblem[] = body.error?.details?.fields ?? [];
    return {
      status,
      fields: [...new Set(problems.map(({ field }) => field))],
      unclear: problems.filter(
        ({ message }) => !/^(must|is|names|has) /.test(message),
      ),
    };
  }
  const refusedFor = (field: string) => ({
    status: 400,
    fields: [field],
    unclear: [],
  });

  it('every operation that looks is tried here', () => {
    expect(Object.keys(CALLS).sort()).toEqual(
      flagsOperations
        .filter(({ effect }) => effect === 'read')
        .map(({ name }) => name)
        .sort(),
    );
  });

  it.each(spoilt)(
    '%s: %s, field %s',
    async (_what, operation, field, input) => {
      const call = portal.dana.ask(operation, input);
      expect(await outcome(call)).toEqual(refusedFor(field));
    },
  );

  it.each(Object.entries(CALLS))(
    'a field that it does not have: %s',
    async (operation, input) => {
      const call = portal.dana.ask(operation, { ...input, admin: true });
      expect(await outcome(call)).toEqual(refusedFor('admin'));
    },
  );

  it.each(['list-flags', 'list-drift', 'list-changes', 'list-rollouts'])(
    'a cursor that nobody gave out: %s',
    async operation => {
      const call = portal.dana.ask(operation, { cursor: 'YWJj' });
      expect(await outcome(call)).toEqual(refusedFor('cursor'));
    },
  );

  it.each([
    ['service', 'nobody'],
    ['environment', 'prod'],
    ['cluster', 'mars'],
  ])('a %s that nobody knows', async (field, name) => {
    for (const operation of ['list-flags', 'list-drift']) {
      const call = portal.dana.ask(operation, { [field]: name });
      expect(await outcome(call)).toEqual(refusedFor(field));
    }
  });
});
