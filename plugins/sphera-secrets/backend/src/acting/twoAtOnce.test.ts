import { putSecret } from '../__testUtils__/putSecret';
import type { Passage, PassingCall } from './__testUtils__/Doorman';
import { inside, REGIONS } from './__testUtils__/givenAws';
import { startBehindDoorman } from './__testUtils__/startBehindDoorman';

const [FRANKFURT, VIRGINIA, SYDNEY] = REGIONS;
const OLD = 'the-old-value-of-a-test';
const NEW = 'the-new-value-of-a-test';
const FULL = 'staging/payments/token';
const staging = {
  service: 'payments',
  name: 'token',
  environments: ['staging'],
};

describe('somebody else at the same time', () => {
  let world: Awaited<ReturnType<typeof startBehindDoorman>>;
  let portal: Awaited<ReturnType<typeof world.portal>>;
  let aws: ReturnType<typeof inside>;

  /** Does something, once, before the first of these calls passes. */
  const before = (
    api: string,
    region: string,
    happens: () => Promise<Passage | void> | Passage | void,
  ) => {
    let isDone = false;
    world.doorman.on((call: PassingCall) => {
      if (isDone || call.api !== api || call.region !== region) return 'pass';
      isDone = true;
      return happens();
    });
  };
  /** Sets a value as somebody does in the console of AWS. */
  const setInConsole = (region: string, value: string) => {
    const { versions } = aws.find('staging', region, FULL)!;
    for (const version of versions) {
      const wasCurrent = version.labels.includes('AWSCURRENT');
      version.labels = version.labels.filter(one => !one.startsWith('AWS'));
      if (wasCurrent) version.labels.push('AWSPREVIOUS');
    }
    const id = '11111111-2222-3333-4444-555555555555';
    versions.push({ id, value, labels: ['AWSCURRENT'], createdAt: Date.now() });
  };

  beforeEach(async () => {
    world = await startBehindDoorman();
    portal = await world.portal();
    aws = inside(world.standIn);
    for (const region of REGIONS) {
      const place = { environment: 'staging', region };
      putSecret(world.standIn, { ...place, name: 'token', values: [OLD] });
    }
  });
  afterEach(() => world.stop());

  it('is not overwritten: who sets a value outside of sphera between staging and the end has it kept, and nothing else changes', async () => {
    before('UpdateSecretVersionStage', SYDNEY, () =>
      setInConsole(SYDNEY, 'set in the console'),
    );
    const { status, body } = await portal.dana.ask('update-secret', {
      ...staging,
      value: NEW,
    });
    expect(status).toBe(409);
    expect(body.error.message).toBe(
      `token in staging/${SYDNEY} was changed meanwhile outside of sphera. Nothing was changed anywhere: look at it again before you change it`,
    );
    expect(aws.values('staging', FULL)).toEqual([
      OLD,
      OLD,
      'set in the console',
    ]);
    expect(aws.isStaged('staging', FULL)).toBe(false);
    const list = await portal.dana.ask('list-secrets', { service: 'payments' });
    expect(list.body.unfinished).toEqual([]);
  });

  it('is told who is at it, and does nothing', async () => {
    let second: any;
    before('PutSecretValue', FRANKFURT, async () => {
      second = await portal.sam.ask('update-secret', {
        ...staging,
        value: 'of somebody else',
      });
    });
    const first = await portal.dana.ask('update-secret', {
      ...staging,
      value: NEW,
    });
    expect(first.status).toBe(200);
    expect(second.status).toBe(409);
    expect(second.body.error.message).toMatch(
      /^user:default\/dana is changing token right now, since .*\. Wait until that has ended, then look at it again$/,
    );
    expect(aws.values('staging', FULL)).toEqual([NEW, NEW, NEW]);
  });

  it('is told who was faster, where both looked before', async () => {
    let looked = 0;
    let second: Promise<any> | undefined;
    world.doorman.on(async ({ api, region }) => {
      // The second one has looked at Sydney when the first one goes on.
      if (api === 'PutSecretValue' && !second) {
        second = Promise.resolve(
          portal.sam.ask('update-secret', { ...staging, value: 'too late' }),
        );
      }
      if (api === 'DescribeSecret' && region === SYDNEY) looked += 1;
    });
    const first = await portal.dana.ask('update-secret', {
      ...staging,
      value: NEW,
    });
    const { status } = await second!;
    expect(looked).toBeGreaterThan(0);
    expect([first.status, status].sort()).toEqual([200, 409]);
    expect(aws.values('staging', FULL)).toEqual([NEW, NEW, NEW]);
  });

  it('may create the same secret outside of sphera: it is left alone, and what was created is gone', async () => {
    const other = { ...staging, name: 'other' };
    before('CreateSecret', SYDNEY, () =>
      putSecret(world.standIn, {
        environment: 'staging',
        region: SYDNEY,
        name: 'other',
        values: ['made in the console'],
      }),
    );
    const { status, body } = await portal.dana.ask('create-secret', {
      ...other,
      value: NEW,
    });
    expect(status).toBe(409);
    expect(body.error.message).toContain('outside of sphera');
    expect(aws.values('staging', 'staging/payments/other')).toEqual([
      undefined,
      undefined,
      'made in the console',
    ]);
  });

  it.each([
    ['creating', 'create-secret', 'other', 'CreateSecret'],
    ['staging', 'update-secret', 'token', 'PutSecretValue'],
    ['making current', 'update-secret', 'token', 'UpdateSecretVersionStage'],
  ])(
    'is nobody where only an answer is lost while %s: it is done once',
    async (_what, operation, name, api) => {
      before(api, VIRGINIA, () => 'lose');
      const { status } = await portal.dana.ask(operation, {
        ...staging,
        name,
        value: NEW,
      });
      expect(status).toBe(200);
      expect(aws.values('staging', `staging/payments/${name}`)).toEqual([
        NEW,
        NEW,
        NEW,
      ]);
    },
  );

  it('is nobody where only the answer is lost while deleting: it is deleted once', async () => {
    before('DeleteSecret', VIRGINIA, () => 'lose');
    const { status, body } = await portal.dana.ask('delete-secret', {
      ...staging,
      reason: 'a test',
    });
    expect(status).toBe(200);
    expect(body.places.map((one: any) => one.outcome)).toEqual([
      'deleted',
      'deleted',
      'deleted',
    ]);
  });
});
