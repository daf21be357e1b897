import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { ACCOUNTS } from '../__testUtils__/settings';
import { REGIONS } from './__testUtils__/givenAws';
import {
  FULL,
  givenSecrets,
  NEW,
  outcomes,
  payments,
  staging,
} from './__testUtils__/givenSecrets';

const [FRANKFURT, VIRGINIA, SYDNEY] = REGIONS;
const reason = 'a test of secrets';

describe('half of a change', () => {
  let given: Awaited<ReturnType<typeof givenSecrets>>;
  beforeEach(async () => {
    given = await givenSecrets();
  });
  afterEach(() => given.stop());

  const createHalf = () => {
    given.fault({
      fault: 'denied',
      region: SYDNEY,
      apis: ['CreateSecret'],
    });
    return given.ask('create-secret', {
      ...staging,
      value: NEW,
      description: 'opens the door',
    });
  };

  it('says exactly where it was done and where not, and is listed', async () => {
    const { status, body } = await createHalf();
    expect(status).toBe(502);
    expect(body.error.name).toBe('PartlyDoneError');
    expect(body.error.message).toContain(
      `token was created in staging/${FRANKFURT} and staging/${VIRGINIA}, but not in staging/${SYDNEY}: `,
    );
    expect(JSON.stringify(body)).not.toContain(NEW);
    const { details } = body.error;
    expect(details).toMatchObject({
      operation: 'create-secret',
      name: 'token',
      by: 'user:default/dana',
      done: [{ region: FRANKFURT }, { region: VIRGINIA }],
      failed: [{ region: SYDNEY, problem: expect.any(String) }],
    });
    const list = await given.ask('list-secrets', { service: 'payments' });
    expect(list.body.unfinished).toEqual([details]);
    await eventually(() => expect(given.signals).not.toEqual([]));
  });

  it('is finished without anybody having the value', async () => {
    const { change } = (await createHalf()).body.error.details;
    given.heal();
    const { status, body } = await given.ask('finish-change', {
      service: 'payments',
      environments: ['staging'],
      change,
    });
    expect(status).toBe(200);
    expect(outcomes({ body })).toEqual(['created', 'created', 'created']);
    expect(given.aws.values('staging', FULL)).toEqual([NEW, NEW, NEW]);
    expect(given.aws.find('staging', SYDNEY, FULL)?.description).toBe(
      'opens the door',
    );
    expect((await given.listed()).drift).toEqual([]);
    const list = await given.ask('list-secrets', { service: 'payments' });
    expect(list.body.unfinished).toEqual([]);
  });

  it('stays as it is where it cannot be finished yet', async () => {
    const { change } = (await createHalf()).body.error.details;
    const input = { service: 'payments', environments: ['staging'], change };
    const { status, body } = await given.ask('finish-change', input);
    expect(status).toBe(502);
    expect(body.error.details).toMatchObject({
      change,
      failed: [{ region: SYDNEY }],
    });
    given.heal();
    expect((await given.ask('finish-change', input)).status).toBe(200);
  });

  it('is undone: what it created is gone', async () => {
    const { change } = (await createHalf()).body.error.details;
    const { status, body } = await given.ask('undo-change', {
      service: 'payments',
      environments: ['staging'],
      change,
    });
    expect(status).toBe(200);
    expect(outcomes({ body })).toEqual(['deleted', 'deleted', 'unchanged']);
    expect(given.aws.find('staging', FRANKFURT, FULL)).toBeUndefined();
    expect(await given.listed()).toBeUndefined();
  });

  it('is undone but for what somebody changed since, and says so', async () => {
    const { change } = (await createHalf()).body.error.details;
    const stored = given.aws.find('staging', VIRGINIA, FULL)!;
    stored.versions[0].labels.splice(0, 1, 'AWSPREVIOUS');
    stored.versions.push({
      id: '11111111-2222-3333-4444-555555555555',
      value: 'set in the console',
      labels: ['AWSCURRENT'],
      createdAt: Date.now(),
    });
    const { body } = await given.ask('undo-change', {
      service: 'payments',
      environments: ['staging'],
      change,
    });
    expect(body.places[1]).toMatchObject({
      outcome: 'unchanged',
      sentence: 'Somebody changed it since, so it was left alone',
    });
    expect(given.aws.values('staging', FULL)).toEqual([
      undefined,
      'set in the console',
      undefined,
    ]);
  });

  it('stands in the way of another change of that secret', async () => {
    await createHalf();
    given.heal();
    const { status, body } = await given.ask('delete-secret', {
      ...staging,
      reason,
    });
    expect(status).toBe(409);
    expect(body.error.message).toMatch(
      /^A change of token that user:default\/dana began at .* did not reach every place. Finish it or undo it first$/,
    );
  });

  it('is only finished in the environments that it is about, for that is what permission was asked on', async () => {
    const { change } = (await createHalf()).body.error.details;
    const { status, body } = await given.ask('finish-change', {
      service: 'payments',
      environments: ['production'],
      change,
    });
    expect(status).toBe(400);
    expect(body.error.message).toBe(
      'environments must be those of the change: staging',
    );
  });

  it('is not found under another service', async () => {
    const { change } = (await createHalf()).body.error.details;
    const { status } = await given.ask('undo-change', {
      service: 'ledger',
      environments: ['staging'],
      change,
    });
    expect(status).toBe(404);
  });

  describe('over several environments', () => {
    const THERE = 'production/payments/token';
    const createHalfWith = async (value: object) => {
      given.fault({
        fault: 'denied',
        account: ACCOUNTS.production,
        apis: ['CreateSecret'],
      });
      const { body } = await given.ask('create-secret', {
        ...payments,
        environments: ['staging', 'production'],
        ...value,
      });
      given.heal();
      return given.ask('finish-change', {
        service: 'payments',
        environments: ['staging', 'production'],
        change: body.error.details.change,
      });
    };

    it('is finished with the value that was brought', async () => {
      expect((await createHalfWith({ value: NEW })).status).toBe(200);
      expect(given.aws.values('production', THERE)).toEqual([NEW, NEW, NEW]);
    });

    it('is finished with another value where values are made up, the same in all of the environment', async () => {
      const { status } = await createHalfWith({ generate: { length: 40 } });
      expect(status).toBe(200);
      const [one, ...others] = given.aws.values('production', THERE);
      expect(one).toMatch(/^[A-Za-z0-9]{40}$/);
      expect(others).toEqual([one, one]);
      expect(given.aws.value('staging', FRANKFURT, FULL)).not.toBe(one);
    });
  });
});
