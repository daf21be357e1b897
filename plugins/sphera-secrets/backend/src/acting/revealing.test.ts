import { putSecret } from '../__testUtils__/putSecret';
import { REGIONS } from './__testUtils__/givenAws';
import {
  FULL,
  givenSecrets,
  payments,
  OLD,
} from './__testUtils__/givenSecrets';

const [FRANKFURT] = REGIONS;
const reason = 'a test of secrets';

describe('revealing a secret', () => {
  let given: Awaited<ReturnType<typeof givenSecrets>>;
  beforeEach(async () => {
    given = await givenSecrets();
  });
  afterEach(() => given.stop());

  const frankfurt = {
    ...payments,
    environment: 'staging',
    region: FRANKFURT,
    reason,
  };

  it('answers the value, uncached', async () => {
    given.put();
    const { status, body, headers } = await given.ask(
      'reveal-secret',
      frankfurt,
    );
    expect(status).toBe(200);
    expect(body).toEqual({
      value: OLD,
      encoding: 'text',
      fullName: FULL,
      versionId: given.aws.versionId('staging', FRANKFURT, FULL),
    });
    expect(headers['cache-control']).toBe('no-store');
  });

  it('answers bytes in base64', async () => {
    given.put(REGIONS, { values: [Buffer.from([0, 255])] });
    const { body } = await given.ask('reveal-secret', frankfurt);
    expect(body).toMatchObject({ value: 'AP8=', encoding: 'base64' });
  });

  it('answers one of a named version', async () => {
    given.put();
    const [older] = given.aws.find('staging', FRANKFURT, FULL)!.versions;
    const { body } = await given.ask('reveal-secret', {
      ...frankfurt,
      versionId: older.id,
    });
    expect(body.value).toBe('an-even-older-value');
  });

  it('does not show one of another service under a name that leads there', async () => {
    putSecret(given.standIn, {
      environment: 'staging',
      region: FRANKFURT,
      service: 'ledger',
      name: 'token',
    });
    await given.sweep();
    const { status } = await given.ask('reveal-secret', {
      ...frankfurt,
      name: 'staging/ledger/token',
    });
    expect(status).toBe(404);
  });

  it('says which right the portal lacks', async () => {
    given.put();
    given.fault({ fault: 'denied', apis: ['GetSecretValue'] });
    const { status, body } = await given.ask('reveal-secret', frankfurt);
    expect(status).toBe(502);
    expect(body.error.message).toContain('GetSecretValue');
  });
});
