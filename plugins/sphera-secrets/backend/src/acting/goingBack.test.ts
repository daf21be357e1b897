import { REGIONS } from './__testUtils__/givenAws';
import { FULL, givenSecrets, OLD, staging } from './__testUtils__/givenSecrets';

const [, , SYDNEY] = REGIONS;

describe('going back to a version', () => {
  let given: Awaited<ReturnType<typeof givenSecrets>>;
  beforeEach(async () => {
    given = await givenSecrets();
  });
  afterEach(() => given.stop());

  it('makes the previous version current everywhere', async () => {
    given.put();
    const { status, body } = await given.ask('restore-version', staging);
    expect(status).toBe(200);
    expect(body.places[0].outcome).toBe('put-back');
    expect(given.aws.values('staging', FULL)).toEqual(
      REGIONS.map(() => 'an-even-older-value'),
    );
  });

  it('goes on with what did not reach every place, and never back and forth', async () => {
    given.put();
    given.fault({
      fault: 'denied',
      region: SYDNEY,
      apis: ['UpdateSecretVersionStage'],
    });
    const half = await given.ask('restore-version', staging);
    expect(half.status).toBe(502);
    expect(half.body.error.message).toContain('Ask again for the rest');
    given.heal();
    expect((await given.ask('restore-version', staging)).status).toBe(200);
    expect(given.aws.values('staging', FULL)).toEqual(
      REGIONS.map(() => 'an-even-older-value'),
    );
  });

  it('takes a named version in one place only', async () => {
    given.put();
    const { status, body } = await given.ask('restore-version', {
      ...staging,
      versionId: '11111111-2222-3333-4444-555555555555',
    });
    expect(status).toBe(400);
    expect(body.error.details.fields[0].field).toBe('versionId');
  });

  it('says that there is nothing to go back to', async () => {
    given.put(REGIONS, { values: [OLD] });
    const { status, body } = await given.ask('restore-version', staging);
    expect(status).toBe(404);
    expect(body.error.message).toContain('has no previous version');
  });
});
