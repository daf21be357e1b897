import { REGIONS } from './__testUtils__/givenAws';
import {
  FULL,
  givenSecrets,
  NEW,
  OLD,
  payments,
  staging,
} from './__testUtils__/givenSecrets';

const [FRANKFURT, VIRGINIA, SYDNEY] = REGIONS;

describe('creating a secret', () => {
  let given: Awaited<ReturnType<typeof givenSecrets>>;
  beforeEach(async () => {
    given = await givenSecrets();
  });
  afterEach(() => given.stop());

  it('makes a secret to the standard in every region of the environments, and shows it at once', async () => {
    const { status, body } = await given.ask('create-secret', {
      ...payments,
      environments: ['staging', 'production'],
      value: NEW,
      description: 'opens the door',
      rotateBy: '2027-01-01T00:00:00Z',
    });
    expect(status).toBe(200);
    expect(body.places).toHaveLength(6);
    expect(body.places[0]).toMatchObject({
      environment: 'staging',
      region: FRANKFURT,
      fullName: FULL,
      outcome: 'created',
      versionId: given.aws.versionId('staging', FRANKFURT, FULL),
    });
    expect(given.aws.values('staging', FULL)).toEqual([NEW, NEW, NEW]);
    expect(given.aws.find('staging', SYDNEY, FULL)).toMatchObject({
      description: 'opens the door',
      kmsKeyId: 'alias/kestrel-staging',
    });
    expect(
      given.aws.tags('production', SYDNEY, 'production/payments/token'),
    ).toEqual(
      expect.objectContaining({
        service: 'payments',
        environment: 'production',
        'sphera:rotate-by': '2027-01-01T00:00:00.000Z',
      }),
    );
    const row = await given.listed();
    expect(row.drift).toEqual([]);
    expect(row.cells[0].changedBy).toBe('user:default/dana');
    expect(JSON.stringify(row)).not.toContain(NEW);
  });

  it('makes it only in the regions that are named', async () => {
    await given.ask('create-secret', {
      ...staging,
      regions: [VIRGINIA],
      value: NEW,
    });
    expect(given.aws.values('staging', FULL)).toEqual([
      undefined,
      NEW,
      undefined,
    ]);
  });

  it('makes up a value that nobody sees: the same within an environment, another in each', async () => {
    const { body } = await given.ask('create-secret', {
      ...payments,
      environments: ['staging', 'production'],
      generate: { length: 40, alphabet: 'readable' },
    });
    const [one, two, three] = given.aws.values('staging', FULL);
    expect(one).toMatch(/^[A-HJ-NP-Za-km-z2-9]{40}$/);
    expect([two, three]).toEqual([one, one]);
    const there = given.aws.value(
      'production',
      SYDNEY,
      'production/payments/token',
    );
    expect(there).toMatch(/^.{40}$/);
    expect(there).not.toBe(one);
    expect(JSON.stringify(body)).not.toContain(one);
  });

  it('makes up another value in each region where regions are meant to differ', async () => {
    await given.ask('create-secret', {
      ...staging,
      generate: { length: 40 },
      differsByRegion: true,
    });
    expect(new Set(given.aws.values('staging', FULL)).size).toBe(3);
  });

  it('keeps binary values', async () => {
    const bytes = Buffer.from([0, 255, 7]);
    const { status } = await given.ask('create-secret', {
      ...staging,
      value: bytes.toString('base64'),
      encoding: 'base64',
    });
    expect(status).toBe(200);
    expect(
      Buffer.from(given.aws.value('staging', FRANKFURT, FULL) as Uint8Array),
    ).toEqual(bytes);
  });

  it('takes 64 KiB, and not a byte more', async () => {
    const umlauts = 'ü'.repeat(32_768);
    expect(
      (await given.ask('create-secret', { ...staging, value: umlauts })).status,
    ).toBe(200);
    const { status, body } = await given.ask('create-secret', {
      ...staging,
      name: 'other',
      value: `${umlauts}x`,
    });
    expect(status).toBe(400);
    expect(body.error.message).toBe(
      'value is too long: it has 65,537 bytes, and at most 65,536 are allowed',
    );
  });

  it.each([
    ['no value', {}, 'value', 'is missing'],
    [
      'a value and how one is made up',
      { value: NEW, generate: { length: 20 } },
      'generate',
      'one of the two',
    ],
    ['an empty value', { value: '' }, 'value', 'must not be empty'],
    [
      'half a character',
      { value: 'a\ud800' },
      'value',
      'has half a character in it',
    ],
    [
      'what is no base64',
      { value: 'a b', encoding: 'base64' },
      'value',
      'must be written in base64',
    ],
    [
      'a name that the standard does not allow',
      { value: NEW, name: 'Data/Base' },
      'name',
      'like database-password',
    ],
    [
      'a region that keeps none',
      { value: NEW, regions: ['mars-north-1'] },
      'regions',
      'must be one of',
    ],
  ])(
    'refuses %s before anything is done',
    async (_what, more, field, words) => {
      const { status, body } = await given.ask('create-secret', {
        ...staging,
        ...more,
      });
      expect(status).toBe(400);
      expect(body.error.details.fields[0].field).toMatch(field);
      expect(body.error.message).toContain(words);
      expect(given.standIn.aws.calls()).not.toHaveProperty('CreateSecret');
    },
  );

  it('refuses one that exists somewhere, naming where, and makes none', async () => {
    given.put([VIRGINIA]);
    const { status, body } = await given.ask('create-secret', {
      ...staging,
      value: NEW,
    });
    expect(status).toBe(409);
    expect(body.error.message).toBe(
      `payments has a secret token in staging/${VIRGINIA} already: change that one, or name only the places that lack it`,
    );
    expect(given.aws.values('staging', FULL)).toEqual([
      undefined,
      OLD,
      undefined,
    ]);
  });

  it('says of one that waits for its deletion that it is to be restored first, and until when', async () => {
    given.put([VIRGINIA], { goneIn: 20 });
    const { status, body } = await given.ask('create-secret', {
      ...staging,
      value: NEW,
    });
    expect(status).toBe(409);
    expect(body.error.message).toMatch(
      /token is deleted and can still be restored in staging\/us-east-1 until \d{4}-\d\d-\d\d: restore it first/,
    );
  });

  it('makes none where one region refuses and the others were not reached', async () => {
    given.fault({ fault: 'denied', apis: ['CreateSecret'] });
    const { status, body } = await given.ask('create-secret', {
      ...staging,
      value: NEW,
    });
    expect(status).toBe(502);
    expect(body.error.name).toBe('PlaceError');
    expect(body.error.message).toContain('Nothing was changed anywhere');
    const list = await given.ask('list-secrets', { service: 'payments' });
    expect(list.body.unfinished).toEqual([]);
  });
});
