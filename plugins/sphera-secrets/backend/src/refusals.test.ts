import {
  LARGEST_VALUE,
  secretsOperations,
} from '@sphera/plugin-secrets-common';
import type { FieldProblem } from '@sphera/plugin-operations-node';
import type request from 'supertest';
import { startSecrets } from './__testUtils__/startSecrets';

const service = 'payments';
const environment = 'production';
const region = 'eu-central-1';
const place = { environment, region };
const one = { service, name: 'token' };
const places = { environments: [environment], regions: [region] };
const reason = 'to mend it';
const page = { limit: 10, cursor: 'YWJj' };
const copy = {
  service,
  names: ['token'],
  fromEnvironment: environment,
  fromRegion: region,
  ...places,
};
const adoption = { service, ...place, fullName: 'token', name: 'token' };
const about = { description: 'what for', differsByRegion: true };
const change = { service, environments: [environment], change: 'some-id' };

// A call that is right, by operation, but for the one field that each test spoils.
const READS: Record<string, object> = {
  'list-secrets': {
    service,
    text: 'token',
    environment,
    only: 'drift',
    fresh: true,
    ...page,
  },
  'list-service-secrets': page,
  'get-standard': { service },
  'list-versions': { ...one, ...place },
  'compare-secrets': {
    service,
    ...place,
    otherEnvironment: environment,
    otherRegion: region,
  },
  'list-drift': {
    service,
    ...place,
    team: 'checkout',
    mine: true,
    kinds: ['missing'],
    text: 'token',
    ...page,
  },
  'preview-copy': copy,
  'preview-adoption': adoption,
};
const WRITES: Record<string, object> = {
  'reveal-secret': { ...one, ...place, versionId: 'an-id', reason },
  'create-secret': {
    ...one,
    ...places,
    ...about,
    value: 'of-a-test',
    encoding: 'text',
    rotateBy: '2027-01-01T00:00:00Z',
    reason,
  },
  'update-secret': {
    ...one,
    ...places,
    ...about,
    generate: { length: 20, alphabet: 'hex' },
    rotateBy: '2027-01-01T00:00:00Z',
    seen: [{ ...place, versionId: 'an-id' }],
    reason,
  },
  'delete-secret': { ...one, ...places, recoveryDays: 7, reason },
  'restore-secret': { ...one, ...places, reason },
  'restore-version': { ...one, ...places, versionId: 'an-id', reason },
  'copy-secret': { ...copy, reason },
  'adopt-secret': { ...adoption, deleteOld: true, reason },
  'finish-change': { ...change, reason },
  'undo-change': { ...change, reason },
};
const TEXTS: Array<[string, string]> = [
  ['text that is absurdly long', 'x'.repeat(10_000)],
  ['a control character', 'tok\u0000en'],
  ['HTML', '<img src=x onerror=alert(1)>'],
  ['SQL', "token'; DROP TABLE records; --"],
  ['nothing', ''],
  ['a path', '../../etc/passwd'],
];
const TYPES: Array<[string, unknown]> = [
  ['a control character', 'tok\u0000en'],
  ['a number', 4.5],
  ['an object', { $ne: null }],
  ['a list in a list', [['token']]],
];
// AWS itself takes slashes and dots in the names of secrets.
const MAY_LOOK_LIKE_A_PATH = ['text', 'team', 'name', 'names', 'fullName'];

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
        // A value may be any text at all.
        .filter(([, value]) => field !== 'value' || typeof value !== 'string')
        .map(
          ([what, value]) =>
            [what, operation, field, { ...valid, [field]: value }] as const,
        ),
    ),
  );

describe('what is malformed is refused, and the field named', () => {
  let portal: Awaited<ReturnType<typeof startSecrets>>;
  beforeAll(async () => {
    portal = await startSecrets();
  });
  afterAll(() => portal.stop());

  async function outcome(call: request.Test) {
    const { status, body } = await call;
    const problems: FieldProblem[] = body.error?.details?.fields ?? [];
    return {
      status,
      fields: [...new Set(problems.map(({ field }) => field.split('.')[0]))],
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

  it.each(spoilt(READS, TEXTS))(
    '%s: %s, field %s',
    async (_what, operation, field, input) => {
      const call = portal.dana.ask(operation, input);
      expect(await outcome(call)).toEqual(refusedFor(field));
    },
  );

  it.each(spoilt(WRITES, TYPES))(
    '%s: %s, field %s',
    async (_what, operation, field, input) => {
      const call = portal.dana.ask(operation, input);
      expect(await outcome(call)).toEqual(refusedFor(field));
    },
  );

  it('every operation is tried here', () => {
    const tried = ['list-places', ...Object.keys({ ...READS, ...WRITES })];
    expect(tried.sort()).toEqual(
      secretsOperations.map(({ name }) => name).sort(),
    );
  });

  it.each(Object.entries({ 'list-places': {}, ...READS }))(
    'a field that it does not have: %s',
    async (operation, input) => {
      const call = portal.dana.ask(operation, { ...input, admin: true });
      expect(await outcome(call)).toEqual(refusedFor('admin'));
    },
  );

  it.each([
    ['service', 'paymets', 'it has no component:default/paymets'],
    ['environment', 'prod', 'must be one of staging, production'],
    [
      'region',
      'moon',
      'must be one of eu-central-1, us-east-1, ap-southeast-2',
    ],
  ])('a %s that nobody knows', async (field, name, message) => {
    const call = () => portal.dana.ask('list-drift', { [field]: name });
    expect(await outcome(call())).toEqual(refusedFor(field));
    expect((await call()).body.error.message).toContain(message);
  });

  it.each(['list-secrets', 'list-drift', 'list-service-secrets'])(
    'a cursor that nobody gave out: %s',
    async operation => {
      const input = operation === 'list-secrets' ? { service } : {};
      for (const cursor of ['YWJj', 'cG9kczp4', 'cG9kczowMDE']) {
        const call = portal.dana.ask(operation, { ...input, cursor });
        expect(await outcome(call)).toEqual(refusedFor('cursor'));
      }
    },
  );

  it('a value of one byte too many, without repeating it', async () => {
    const value = 'x'.repeat(LARGEST_VALUE + 1);
    const { body, status } = await portal.dana.ask('create-secret', {
      ...one,
      ...places,
      value,
    });
    expect(status).toBe(400);
    expect(body.error.details.fields).toMatchObject([{ field: 'value' }]);
    expect(JSON.stringify(body)).not.toContain('xxxxxxxxxxxx');
  });

  it.each(Object.entries({ 'list-places': {}, ...READS, ...WRITES }))(
    'whoever has not signed in, before anything else is looked at: %s',
    async (operation, input) => {
      const { status } = await portal.nobody.ask(operation, input);
      expect(status).toBe(401);
    },
  );

  it('a pipeline: its token may only ask the gate', async () => {
    const { body, status } = await portal.pipeline.ask('list-secrets', {
      service,
    });
    expect(status).toBe(403);
    expect(body.error.message).toContain('sphera.policy.callers');
  });
});

describe('what fits no place is refused, and the places named', () => {
  let portal: Awaited<ReturnType<typeof startSecrets>>;
  beforeAll(async () => {
    portal = await startSecrets({
      config: {
        places: [
          { environment, regions: [region], endpoint: 'http://127.0.0.1:9' },
        ],
      },
    });
  });
  afterAll(() => portal.stop());

  const elsewhere = { environment, region: 'us-east-1' };
  it.each([
    ['list-versions', { ...one, ...elsewhere }, 'region'],
    [
      'compare-secrets',
      {
        service,
        ...place,
        otherEnvironment: 'staging',
        otherRegion: region,
      },
      'otherEnvironment',
    ],
    ['preview-copy', { ...copy, fromRegion: 'us-east-1' }, 'fromRegion'],
    ['preview-copy', { ...copy, regions: ['us-east-1'] }, 'regions.0'],
    [
      'preview-adoption',
      { service, ...elsewhere, fullName: 'token' },
      'region',
    ],
  ])('%s: %p', async (operation, input, field) => {
    const { status, body } = await portal.dana.ask(operation, input);
    expect(status).toBe(400);
    expect(body.error.details.fields[0].field).toBe(field);
    expect(body.error.message).toMatch(/eu-central-1|production/);
  });
});
