import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import { putSecret } from '../__testUtils__/putSecret';
import { startSecrets } from '../__testUtils__/startSecrets';
import { inside, REGIONS } from './__testUtils__/givenAws';

const [FRANKFURT, VIRGINIA, SYDNEY] = REGIONS;
const VALUE = 'the-value-to-copy-of-a-test';
const FULL = 'staging/payments/token';
const THERE = 'production/payments/token';
const copy = {
  service: 'payments',
  names: ['token'],
  fromEnvironment: 'staging',
  fromRegion: FRANKFURT,
  environments: ['staging'],
};

/** Everything but revealing is allowed. */
const noRevealing = mockServices.permissions.mock({
  authorizeConditional: async requests =>
    requests.map(
      ({ permission }): DefinitivePolicyDecision => ({
        result: permission.name.endsWith('reveal-secret')
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      }),
    ),
});

describe('copying', () => {
  let portal: Awaited<ReturnType<typeof startSecrets>>;
  let aws: ReturnType<typeof inside>;
  const start = async (options: Parameters<typeof startSecrets>[0] = {}) => {
    portal = await startSecrets(options);
    aws = inside(portal.standIn);
  };
  const put = (region: string, more: object = {}) =>
    putSecret(portal.standIn, {
      environment: 'staging',
      region,
      name: 'token',
      values: [VALUE],
      ...more,
    });
  afterEach(() => portal.stop());

  it('mends drift: creates what is missing, replaces what differs, leaves what is equal', async () => {
    await start();
    put(FRANKFURT, {
      tags: { 'sphera:rotate-by': '2027-01-01T00:00:00.000Z' },
    });
    put(VIRGINIA, { values: ['another value'] });
    await portal.sweep();
    const { status, body } = await portal.dana.ask('copy-secret', copy);
    expect(status).toBe(200);
    expect(body.items).toHaveLength(1);
    expect(body.items[0].name).toBe('token');
    expect(body.items[0].places.map((one: any) => one.outcome)).toEqual([
      'unchanged',
      'updated',
      'created',
    ]);
    expect(aws.values('staging', FULL)).toEqual([VALUE, VALUE, VALUE]);
    expect(aws.tags('staging', SYDNEY, FULL)).toMatchObject({
      'sphera:rotate-by': '2027-01-01T00:00:00.000Z',
    });
    const list = await portal.dana.ask('list-secrets', { service: 'payments' });
    expect(list.body.items[0].drift).toEqual([]);
    expect(JSON.stringify(body)).not.toContain(VALUE);

    const again = await portal.dana.ask('copy-secret', copy);
    expect(again.body.items[0].places.map((one: any) => one.outcome)).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
  });

  it('goes into another environment for whoever may reveal the values', async () => {
    await start();
    put(FRANKFURT);
    await portal.sweep();
    const { status } = await portal.dana.ask('copy-secret', {
      ...copy,
      environments: ['production'],
    });
    expect(status).toBe(200);
    expect(aws.values('production', THERE)).toEqual([VALUE, VALUE, VALUE]);
  });

  it('does not go around the permission to reveal', async () => {
    await start({ features: [noRevealing.factory] });
    put(FRANKFURT);
    await portal.sweep();
    const { status, body } = await portal.dana.ask('copy-secret', {
      ...copy,
      environments: ['production'],
    });
    expect(status).toBe(403);
    expect(body.error.message).toBe(
      `You may not copy values out of staging/${FRANKFURT} into another environment, because you may not reveal them there: a copy would go around that`,
    );
    expect(aws.values('production', THERE)).toEqual(
      REGIONS.map(() => undefined),
    );
    const within = await portal.dana.ask('copy-secret', copy);
    expect(within.status).toBe(200);
  });

  it('does the other secrets where one cannot be copied, and says which', async () => {
    await start();
    put(FRANKFURT);
    put(FRANKFURT, { name: 'other' });
    put(VIRGINIA, { name: 'other', goneIn: 9 });
    await portal.sweep();
    const { status, body } = await portal.dana.ask('copy-secret', {
      ...copy,
      names: ['token', 'other'],
    });
    expect(status).toBe(502);
    expect(body.error.name).toBe('PartlyDoneError');
    expect(body.error.message).toMatch(
      /^token was copied\. other was not copied anywhere\. staging\/us-east-1: It is deleted/,
    );
    expect(body.error.details).toMatchObject({
      items: [{ name: 'token' }],
      failed: [{ name: 'other' }],
      unfinished: [],
    });
    expect(aws.values('staging', FULL)).toEqual([VALUE, VALUE, VALUE]);
  });

  it('is finished where it did not reach every place', async () => {
    await start();
    put(FRANKFURT);
    await portal.sweep();
    portal.standIn.aws.fault({
      fault: 'denied',
      region: SYDNEY,
      apis: ['CreateSecret'],
    });
    const half = await portal.dana.ask('copy-secret', copy);
    expect(half.status).toBe(502);
    expect(half.body.error.details).toMatchObject({
      operation: 'copy-secret',
      done: [{ region: VIRGINIA }],
      failed: [{ region: SYDNEY }],
    });
    portal.standIn.aws.fault({ fault: 'none' });
    const { status } = await portal.dana.ask('finish-change', {
      service: 'payments',
      environments: ['staging'],
      change: half.body.error.details.change,
    });
    expect(status).toBe(200);
    expect(aws.values('staging', FULL)).toEqual([VALUE, VALUE, VALUE]);
  });

  it('says that there is no such secret to copy', async () => {
    await start();
    const { status, body } = await portal.dana.ask('copy-secret', copy);
    expect(status).toBe(409);
    expect(body.error.message).toContain('has no secret token');
  });

  it('copies bytes as they are', async () => {
    await start();
    const bytes = Buffer.from([0, 200, 255]);
    put(FRANKFURT, { values: [bytes] });
    await portal.sweep();
    await portal.dana.ask('copy-secret', copy);
    expect(Buffer.from(aws.value('staging', SYDNEY, FULL) as Buffer)).toEqual(
      bytes,
    );
  });
});
