import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { putSecret, type PutByHand } from '../__testUtils__/putSecret';
import { startSecrets } from '../__testUtils__/startSecrets';
import { inside, REGIONS } from './__testUtils__/givenAws';

const [FRANKFURT] = REGIONS;
const VALUE = 'the-value-to-adopt-of-a-test';
const place = { environment: 'staging', region: FRANKFURT };
const FULL = 'staging/payments/token';
const STRAY = 'Token.Of.Old';
const adopt = { service: 'payments', ...place };

/** Who may act on secrets of services that their team owns. */
const ownersOnly = mockServices.permissions.mock({
  authorizeConditional: async requests =>
    requests.map(({ permission }: any) => ({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'sphera-secrets',
      resourceType: permission.resourceType,
      conditions: {
        rule: 'IS_OWNER',
        resourceType: permission.resourceType,
        params: { claims: ['group:default/checkout'] },
      },
    })) as any,
});

describe('bringing a secret to the standard', () => {
  let portal: Awaited<ReturnType<typeof startSecrets>>;
  let aws: ReturnType<typeof inside>;
  const start = async (
    secret: Partial<PutByHand>,
    options: Parameters<typeof startSecrets>[0] = {},
  ) => {
    portal = await startSecrets(options);
    aws = inside(portal.standIn);
    putSecret(portal.standIn, { ...place, values: [VALUE], ...secret });
    await portal.sweep();
  };
  afterEach(() => portal.stop());

  it('gives it tags and key in place where its name is right', async () => {
    await start({
      name: 'token',
      tags: { owner: 'somebody', service: '' },
      kmsKeyId: 'alias/of-somebody',
    });
    const { status, body } = await portal.dana.ask('adopt-secret', {
      ...adopt,
      fullName: FULL,
    });
    expect(status).toBe(200);
    expect(body.places).toMatchObject([{ fullName: FULL, outcome: 'updated' }]);
    expect(aws.tags('staging', FRANKFURT, FULL)).toMatchObject({
      service: 'payments',
      owner: 'checkout',
    });
    expect(aws.find('staging', FRANKFURT, FULL)?.kmsKeyId).toBe(
      'alias/kestrel-staging',
    );
    expect(aws.value('staging', FRANKFURT, FULL)).toBe(VALUE);

    const again = await portal.dana.ask('adopt-secret', {
      ...adopt,
      fullName: FULL,
    });
    expect(again.body.places).toMatchObject([{ outcome: 'unchanged' }]);
  });

  it('copies it under the right name where its name is wrong, and keeps the old one', async () => {
    await start({ fullName: STRAY });
    const { status, body } = await portal.dana.ask('adopt-secret', {
      ...adopt,
      fullName: STRAY,
      name: 'token',
    });
    expect(status).toBe(200);
    expect(body.places).toMatchObject([{ fullName: FULL, outcome: 'created' }]);
    expect(aws.value('staging', FRANKFURT, FULL)).toBe(VALUE);
    expect(aws.find('staging', FRANKFURT, STRAY)?.deletedAt).toBeUndefined();
    expect(JSON.stringify(body)).not.toContain(VALUE);
  });

  it('deletes the old one recoverably where that is asked for', async () => {
    await start({ fullName: STRAY });
    await portal.dana.ask('adopt-secret', {
      ...adopt,
      fullName: STRAY,
      name: 'token',
      deleteOld: true,
    });
    expect(aws.value('staging', FRANKFURT, FULL)).toBe(VALUE);
    expect(aws.find('staging', FRANKFURT, STRAY)?.deletedAt).toBeGreaterThan(
      Date.now(),
    );
  });

  it('leaves everything as it was where the old one cannot be deleted', async () => {
    await start({ fullName: STRAY });
    portal.standIn.aws.fault({
      fault: 'denied',
      apis: ['DeleteSecret'],
      times: 1,
    });
    const { status, body } = await portal.dana.ask('adopt-secret', {
      ...adopt,
      fullName: STRAY,
      name: 'token',
      deleteOld: true,
    });
    expect(status).toBe(502);
    expect(body.error.message).toContain('Nothing was changed anywhere');
    expect(aws.find('staging', FRANKFURT, FULL)).toBeUndefined();
    expect(aws.find('staging', FRANKFURT, STRAY)?.deletedAt).toBeUndefined();
  });

  it('lets owners take what has their tag, and nobody but the platform what has none', async () => {
    await start({ fullName: STRAY }, { features: [ownersOnly.factory] });
    putSecret(portal.standIn, {
      ...place,
      fullName: 'Of.Nobody',
      tags: { service: '' },
    });
    await portal.sweep();
    const own = await portal.dana.ask('adopt-secret', {
      ...adopt,
      fullName: STRAY,
      name: 'token',
    });
    expect(own.status).toBe(200);
    const others = await portal.dana.ask('adopt-secret', {
      ...adopt,
      fullName: 'Of.Nobody',
      name: 'nobodys',
    });
    expect(others.status).toBe(403);
  });

  it('never takes one that another service has by its name', async () => {
    await start({ service: 'ledger', name: 'token' });
    const { status, body } = await portal.dana.ask('adopt-secret', {
      ...adopt,
      fullName: 'staging/ledger/token',
    });
    expect(status).toBe(409);
    expect(body.error.message).toContain('It is one of ledger');
  });

  it('says that a secret of the right name is there already', async () => {
    await start({ fullName: STRAY });
    putSecret(portal.standIn, { ...place, name: 'token' });
    const { status, body } = await portal.dana.ask('adopt-secret', {
      ...adopt,
      fullName: STRAY,
      name: 'token',
    });
    expect(status).toBe(409);
    expect(body.error.message).toContain('already');
  });

  it('says that there is none', async () => {
    await start({ fullName: STRAY });
    const { status } = await portal.dana.ask('adopt-secret', {
      ...adopt,
      fullName: 'No.Such.Thing',
    });
    expect(status).toBe(404);
  });
});
