import { REGIONS } from './__testUtils__/givenAws';
import {
  FULL,
  givenSecrets,
  NEW,
  OLD,
  outcomes,
  staging,
} from './__testUtils__/givenSecrets';

const [FRANKFURT, VIRGINIA, SYDNEY] = REGIONS;

describe('changing a secret', () => {
  let given: Awaited<ReturnType<typeof givenSecrets>>;
  beforeEach(async () => {
    given = await givenSecrets();
  });
  afterEach(() => given.stop());

  it('sets a new value everywhere, mends the tags and keeps what was said', async () => {
    given.put(REGIONS, {
      tags: {
        owner: 'somebody-of-before',
        'cost-centre': '4711',
        'sphera:rotate-by': '2027-01-01T00:00:00.000Z',
      },
    });
    const { status, body } = await given.ask('update-secret', {
      ...staging,
      value: NEW,
    });
    expect(status).toBe(200);
    expect(outcomes({ body })).toEqual(['updated', 'updated', 'updated']);
    expect(given.aws.values('staging', FULL)).toEqual([NEW, NEW, NEW]);
    expect(given.aws.isStaged('staging', FULL)).toBe(false);
    expect(given.aws.tags('staging', FRANKFURT, FULL)).toMatchObject({
      owner: 'checkout',
      'cost-centre': '4711',
      'sphera:rotate-by': '2027-01-01T00:00:00.000Z',
    });
  });

  it('says something else about it without a new value, and takes a date back', async () => {
    given.put(REGIONS, {
      tags: { 'sphera:rotate-by': '2027-01-01T00:00:00.000Z' },
    });
    const { status } = await given.ask('update-secret', {
      ...staging,
      description: 'another door',
      rotateBy: null,
      differsByRegion: true,
    });
    expect(status).toBe(200);
    expect(given.aws.values('staging', FULL)).toEqual([OLD, OLD, OLD]);
    expect(given.aws.find('staging', SYDNEY, FULL)?.description).toBe(
      'another door',
    );
    const tags = given.aws.tags('staging', SYDNEY, FULL);
    expect(tags).not.toHaveProperty('sphera:rotate-by');
    expect(tags['sphera:differs-by-region']).toBe('yes');
  });

  it('names the places that lack the secret, and changes none', async () => {
    given.put([FRANKFURT]);
    const { status, body } = await given.ask('update-secret', {
      ...staging,
      value: NEW,
    });
    expect(status).toBe(404);
    expect(body.error.message).toContain(
      `no secret token in staging/${VIRGINIA} and staging/${SYDNEY}`,
    );
    expect(given.aws.value('staging', FRANKFURT, FULL)).toBe(OLD);
  });

  it('changes nothing where the new value cannot be staged everywhere', async () => {
    given.put();
    given.fault({
      fault: 'denied',
      region: SYDNEY,
      apis: ['PutSecretValue'],
    });
    const { status, body } = await given.ask('update-secret', {
      ...staging,
      value: NEW,
    });
    expect(status).toBe(502);
    expect(body.error.name).toBe('PlaceError');
    expect(body.error.message).toContain(`staging/${SYDNEY}`);
    expect(body.error.message).toContain('Nothing was changed anywhere');
    expect(given.aws.values('staging', FULL)).toEqual([OLD, OLD, OLD]);
    expect(given.aws.isStaged('staging', FULL)).toBe(false);
  });

  it('is undone where it did not become current everywhere: the previous value is back', async () => {
    given.put();
    given.fault({
      fault: 'denied',
      region: SYDNEY,
      apis: ['UpdateSecretVersionStage'],
    });
    const half = await given.ask('update-secret', { ...staging, value: NEW });
    expect(half.status).toBe(502);
    expect(given.aws.values('staging', FULL)).toEqual([NEW, NEW, OLD]);
    given.heal();
    const { status, body } = await given.ask('undo-change', {
      service: 'payments',
      environments: ['staging'],
      change: half.body.error.details.change,
    });
    expect(status).toBe(200);
    expect(outcomes({ body })).toEqual(['put-back', 'put-back', 'unchanged']);
    expect(given.aws.values('staging', FULL)).toEqual([OLD, OLD, OLD]);
  });

  it('is finished where it did not become current everywhere', async () => {
    given.put();
    given.fault({
      fault: 'denied',
      region: SYDNEY,
      apis: ['UpdateSecretVersionStage'],
    });
    const half = await given.ask('update-secret', { ...staging, value: NEW });
    given.heal();
    const { status } = await given.ask('finish-change', {
      service: 'payments',
      environments: ['staging'],
      change: half.body.error.details.change,
    });
    expect(status).toBe(200);
    expect(given.aws.values('staging', FULL)).toEqual([NEW, NEW, NEW]);
  });

  it('refuses who did not see what somebody set meanwhile, naming them', async () => {
    given.put();
    const seen = REGIONS.map(region => ({
      environment: 'staging',
      region,
      versionId: given.aws.versionId('staging', region, FULL),
    }));
    await given.sam.ask('update-secret', { ...staging, value: NEW });
    const { status, body } = await given.ask('update-secret', {
      ...staging,
      value: 'mine',
      seen,
    });
    expect(status).toBe(409);
    expect(body.error.message).toMatch(
      /^token in staging\/eu-central-1 was changed meanwhile by user:default\/sam at /,
    );
    expect(given.aws.values('staging', FULL)).toEqual([NEW, NEW, NEW]);
  });

  it('refuses who did not see what was set outside of sphera', async () => {
    given.put();
    const { body } = await given.ask('update-secret', {
      ...staging,
      value: NEW,
      seen: [
        { environment: 'staging', region: SYDNEY, versionId: 'some-other' },
      ],
    });
    expect(body.error.message).toContain(
      `token in staging/${SYDNEY} was changed meanwhile outside of sphera. Nothing was changed anywhere`,
    );
  });

  it('refuses to change nothing', async () => {
    given.put();
    expect((await given.ask('update-secret', staging)).status).toBe(400);
  });

  it('makes up another value in each region for a secret whose regions are meant to differ', async () => {
    given.put(REGIONS, { tags: { 'sphera:differs-by-region': 'yes' } });
    const { status } = await given.ask('update-secret', {
      ...staging,
      generate: { length: 40 },
    });
    expect(status).toBe(200);
    expect(new Set(given.aws.values('staging', FULL)).size).toBe(3);
  });
});
