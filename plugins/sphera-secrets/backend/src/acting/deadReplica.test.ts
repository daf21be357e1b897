import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import type { Knex } from 'knex';
import { putSecret } from '../__testUtils__/putSecret';
import { secretsSettings } from '../__testUtils__/settings';
import { startSecrets } from '../__testUtils__/startSecrets';
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

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

jest.setTimeout(120_000);

describe('a portal that dies in the middle of a change', () => {
  let knex: Knex;
  let world: Awaited<ReturnType<typeof startBehindDoorman>>;
  let aws: ReturnType<typeof inside>;
  let calls: Array<Promise<unknown>>;
  let audited: Array<{ operation: string; actor: string; door: string }>;
  let other: Awaited<ReturnType<typeof startSecrets>> | undefined;

  /**
   * Has a portal begin something, and waits until none of its calls gets anywhere any more.
   * @param passed - fails until those that get somewhere have
   */
  const dieWhile = async (
    operation: string,
    input: object,
    passage: (call: PassingCall) => Passage,
    passed: () => void = () => {},
  ) => {
    const portal = await world.portal({ database: knex });
    const hanging = new Set<string>();
    world.doorman.on(call => {
      const is = passage(call);
      if (is === 'hang') hanging.add(call.region);
      return is;
    });
    calls.push(
      Promise.resolve(portal.dana.ask(operation, input)).catch(() => {}),
    );
    await eventually(() => {
      expect(hanging.size).toBeGreaterThanOrEqual(2);
      passed();
    });
    // What it asked in the same moment arrives, too.
    await new Promise(resolve => setTimeout(resolve, 100));
    // None of what it has not asked yet gets there.
    world.doorman.on(() => 'hang');
  };
  const aMinutePasses = () => knex('changes').update({ held_until: 1 });
  /** Another replica, which has its own way to AWS. */
  const startOther = async () => {
    const auditor = mockServices.auditor.mock({
      createEvent: async ({ meta }) => {
        audited.push((meta as any).sphera);
        return { success: async () => {}, fail: async () => {} };
      },
    });
    other = await startSecrets({
      standIn: world.standIn,
      database: knex,
      config: secretsSettings(world.standIn.endpoint),
      features: [auditor.factory],
    });
    return other;
  };
  const inTheTable = async () => (await knex('changes')).length;

  beforeEach(async () => {
    knex = await databases.init('SQLITE_3');
    world = await startBehindDoorman();
    aws = inside(world.standIn);
    calls = [];
    audited = [];
    other = undefined;
    for (const region of REGIONS) {
      const place = { environment: 'staging', region };
      putSecret(world.standIn, { ...place, name: 'token', values: [OLD] });
    }
  });
  afterEach(async () => {
    await world.doorman.stop();
    await Promise.all(calls);
    await other?.stop();
    await world.stop();
  });

  it('has it finished by the next one where somebody can see it already, in the name of who asked', async () => {
    await dieWhile(
      'update-secret',
      { ...staging, value: NEW },
      call =>
        call.api === 'UpdateSecretVersionStage' && call.region !== FRANKFURT
          ? 'hang'
          : 'pass',
      () => expect(aws.values('staging', FULL)).toEqual([NEW, OLD, OLD]),
    );
    expect(JSON.stringify(await knex('changes'))).not.toContain(NEW);
    await aMinutePasses();
    await startOther();
    await eventually(async () => expect(await inTheTable()).toBe(0));
    expect(aws.values('staging', FULL)).toEqual([NEW, NEW, NEW]);
    expect(audited).toMatchObject([
      {
        operation: 'sphera-secrets:finish-change',
        actor: 'user:default/dana',
        door: 'schedule',
      },
    ]);
  });

  it('has it taken back by the next one where nobody can see it yet', async () => {
    await dieWhile('update-secret', { ...staging, value: NEW }, call =>
      call.api === 'UpdateSecretVersionStage' ? 'hang' : 'pass',
    );
    expect(aws.isStaged('staging', FULL)).toBe(true);
    await aMinutePasses();
    await startOther();
    await eventually(async () => expect(await inTheTable()).toBe(0));
    expect(aws.values('staging', FULL)).toEqual([OLD, OLD, OLD]);
    expect(aws.isStaged('staging', FULL)).toBe(false);
  });

  it('leaves it to people where it can neither be finished nor was unseen, and they can undo it', async () => {
    await dieWhile(
      'create-secret',
      { ...staging, name: 'other', value: NEW },
      call =>
        call.api === 'CreateSecret' && call.region !== VIRGINIA
          ? 'hang'
          : 'pass',
      () =>
        expect(aws.value('staging', VIRGINIA, 'staging/payments/other')).toBe(
          NEW,
        ),
    );
    await aMinutePasses();
    const { dana } = await startOther();
    let unfinished: any[] = [];
    await eventually(async () => {
      const { body } = await dana.ask('list-secrets', { service: 'payments' });
      unfinished = body.unfinished;
      expect(unfinished).toHaveLength(1);
    });
    expect(unfinished[0]).toMatchObject({
      name: 'other',
      done: [{ region: VIRGINIA }],
      failed: [
        { region: FRANKFURT, problem: expect.stringContaining('stopped') },
        { region: SYDNEY },
      ],
    });
    const { status } = await dana.ask('undo-change', {
      service: 'payments',
      environments: ['staging'],
      change: unfinished[0].change,
    });
    expect(status).toBe(200);
    expect(aws.find('staging', VIRGINIA, 'staging/payments/other')).toBe(
      undefined,
    );
  });

  it('is not in the way of the next change for longer than a minute', async () => {
    await dieWhile('update-secret', { ...staging, value: NEW }, call =>
      call.api === 'UpdateSecretVersionStage' ? 'hang' : 'pass',
    );
    const { dana } = await startOther();
    const next = { ...staging, value: 'the-next-value' };
    const early = await dana.ask('update-secret', next);
    expect(early.status).toBe(409);
    expect(early.body.error.message).toContain('is changing token right now');
    await aMinutePasses();
    const { status } = await dana.ask('update-secret', next);
    expect(status).toBe(200);
    expect(aws.values('staging', FULL)).toEqual(
      REGIONS.map(() => 'the-next-value'),
    );
  });

  it('has a deletion asked for again, which does the rest', async () => {
    const asked = { ...staging, reason: 'a test' };
    await dieWhile(
      'delete-secret',
      asked,
      call =>
        call.api === 'DeleteSecret' && call.region !== VIRGINIA
          ? 'hang'
          : 'pass',
      () =>
        expect(aws.find('staging', VIRGINIA, FULL)).toMatchObject({
          deletedAt: expect.any(Number),
        }),
    );
    await aMinutePasses();
    const { dana } = await startOther();
    await eventually(async () => expect(await inTheTable()).toBe(0));
    const { body } = await dana.ask('delete-secret', asked);
    expect(body.places.map((one: any) => one.outcome)).toEqual([
      'deleted',
      'unchanged',
      'deleted',
    ]);
  });

  it('has going back asked for again, which goes on and not forth again', async () => {
    for (const region of REGIONS) {
      const place = { environment: 'staging', region };
      const values = ['the-value-before', OLD];
      putSecret(world.standIn, { ...place, name: 'token', values });
    }
    await dieWhile(
      'restore-version',
      staging,
      call =>
        call.api === 'UpdateSecretVersionStage' && call.region !== VIRGINIA
          ? 'hang'
          : 'pass',
      () =>
        expect(aws.value('staging', VIRGINIA, FULL)).toBe('the-value-before'),
    );
    await aMinutePasses();
    const { dana } = await startOther();
    await eventually(async () =>
      expect(await knex('changes')).toMatchObject([{ state: 'repeatable' }]),
    );
    const { status } = await dana.ask('restore-version', staging);
    expect(status).toBe(200);
    expect(aws.values('staging', FULL)).toEqual(
      REGIONS.map(() => 'the-value-before'),
    );
  });
});
