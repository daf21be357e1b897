import { serviceOf } from '../__testUtils__/people';
import { REGIONS } from './__testUtils__/givenAws';
import {
  FULL,
  givenSecrets,
  NEW,
  OLD,
  outcomes,
  staging,
} from './__testUtils__/givenSecrets';

jest.setTimeout(120_000);

const [FRANKFURT, VIRGINIA, SYDNEY] = REGIONS;
const reason = 'a test of bad weather';

describe('in bad weather', () => {
  let given: Awaited<ReturnType<typeof givenSecrets>>;
  beforeEach(async () => {
    given = await givenSecrets({
      services: [
        serviceOf('payments'),
        serviceOf('payments', 'group:default/others', 'elsewhere'),
      ],
    });
  });
  afterEach(() => given.stop());

  it.each([
    ['throttled', 'throttled', 503],
    ['a region down', 'down', 503],
    ['access denied', 'denied', 502],
    ['an expired role', 'expired', 502],
    ['a fault of AWS', 'broken', 502],
  ] as const)(
    '(%s in one region) nothing changes, and one sentence names the place',
    async (_what, fault, expected) => {
      given.put();
      given.fault({ fault, region: SYDNEY });
      const { status, body } = await given.ask('update-secret', {
        ...staging,
        value: NEW,
      });
      expect(status).toBe(expected);
      expect(body.error.message).toContain(`staging/${SYDNEY}`);
      expect(body.error.message).toContain('Nothing was changed anywhere');
      expect(JSON.stringify(body)).not.toContain(NEW);
      given.heal();
      expect(given.aws.values('staging', FULL)).toEqual([OLD, OLD, OLD]);
    },
  );

  it.each(['throttled', 'down', 'denied', 'expired', 'broken'] as const)(
    '(%s while it becomes current) it is half done, and can be finished afterwards',
    async fault => {
      given.put();
      given.fault({
        fault,
        region: SYDNEY,
        apis: ['UpdateSecretVersionStage'],
      });
      const half = await given.ask('update-secret', { ...staging, value: NEW });
      expect(half.status).toBe(502);
      const { details } = half.body.error;
      expect(details.failed).toMatchObject([{ region: SYDNEY }]);
      expect(details.failed[0].problem).toContain(`staging/${SYDNEY}`);
      given.heal();
      const { status } = await given.ask('finish-change', {
        service: 'payments',
        environments: ['staging'],
        change: details.change,
      });
      expect(status).toBe(200);
      expect(given.aws.values('staging', FULL)).toEqual([NEW, NEW, NEW]);
    },
  );

  it('a region that is down does not keep a secret from being deleted in the others', async () => {
    given.put();
    given.fault({ fault: 'down', region: VIRGINIA });
    const { status, body } = await given.ask('delete-secret', {
      ...staging,
      reason,
    });
    expect(status).toBe(502);
    expect(body.error.message).toContain(`but not in staging/${VIRGINIA}`);
    given.heal();
    const again = await given.ask('delete-secret', { ...staging, reason });
    expect(outcomes(again)).toEqual(['unchanged', 'deleted', 'unchanged']);
  });

  it('a secret that was deleted behind our back is said to be gone', async () => {
    given.put();
    await given.sweep();
    const store = given.standIn.aws.secrets('111111111111', FRANKFURT);
    store.remove(store.get(FULL));
    const { status, body } = await given.ask('update-secret', {
      ...staging,
      value: NEW,
    });
    expect(status).toBe(404);
    expect(body.error.message).toContain(`in staging/${FRANKFURT}`);
    expect(given.aws.values('staging', FULL)).toEqual([undefined, OLD, OLD]);
  });

  it('an encryption key that cannot be used is named', async () => {
    given.put(REGIONS, { kmsKeyId: 'alias/unusable' });
    const { status, body } = await given.ask('update-secret', {
      ...staging,
      value: NEW,
    });
    expect(status).toBe(400);
    expect(body.error.message).toContain(`staging/${FRANKFURT}`);
  });

  it('names with every odd character can be acted on', async () => {
    const name = 'Odd/_+=.@-Name';
    given.put(REGIONS, { fullName: name });
    await given.sweep();
    const odd = { ...staging, name };
    expect(
      (await given.ask('update-secret', { ...odd, value: NEW })).status,
    ).toBe(200);
    expect(given.aws.values('staging', name)).toEqual([NEW, NEW, NEW]);
    expect(
      outcomes(await given.ask('delete-secret', { ...odd, reason })),
    ).toEqual(['deleted', 'deleted', 'deleted']);
    expect((await given.ask('restore-secret', odd)).status).toBe(200);
  });

  it('a service of another namespace does not get at the secrets of its namesake', async () => {
    given.put();
    await given.sweep();
    const { status, body } = await given.ask('reveal-secret', {
      service: 'component:elsewhere/payments',
      name: 'token',
      environment: 'staging',
      region: FRANKFURT,
      reason,
    });
    expect(status).toBe(400);
    expect(body.error.message).toContain('must be of the namespace default');
  });

  it('a region where an environment keeps none is told, with those where it does', async () => {
    await given.stop();
    given = await givenSecrets({
      config: {
        places: [
          {
            environment: 'staging',
            account: '111111111111',
            regions: [FRANKFURT, VIRGINIA],
          },
        ],
      },
    });
    const asked = { ...staging, value: NEW };
    const wrong = await given.ask('create-secret', {
      ...asked,
      regions: [SYDNEY],
    });
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.message).toBe(
      `regions.0 must name a region where staging keeps secrets: ${SYDNEY} does not, ${FRANKFURT} and ${VIRGINIA} do`,
    );
    const none = await given.ask('create-secret', {
      ...asked,
      environments: ['production'],
    });
    expect(none.status).toBe(400);
    expect(none.body.error.message).toBe(
      'environments.0 must name an environment that keeps secrets: production does not, staging does',
    );
  });
});
