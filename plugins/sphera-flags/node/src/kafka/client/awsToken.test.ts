import * as signer from 'aws-msk-iam-sasl-signer-js';
import { awsToken } from './awsToken';

describe('the way into Kafka of AWS', () => {
  const before = { ...process.env };
  beforeEach(() => {
    process.env.AWS_ACCESS_KEY_ID = 'AKIDOFTEST';
    process.env.AWS_SECRET_ACCESS_KEY = 'secret-of-test';
    delete process.env.AWS_SESSION_TOKEN;
    delete process.env.AWS_PROFILE;
  });
  afterEach(() => {
    process.env = { ...before };
  });

  it('is a signed address of the region, which does not have the secret in it', async () => {
    // Jest cannot load it later on.
    const token = await awsToken('eu-central-1', async () => signer);
    const address = new URL(Buffer.from(token, 'base64url').toString());
    expect(address.host).toBe('kafka.eu-central-1.amazonaws.com');
    expect(address.searchParams.get('Action')).toBe('kafka-cluster:Connect');
    expect(address.searchParams.get('X-Amz-Credential')).toMatch(
      /^AKIDOFTEST\//,
    );
    expect(address.href).not.toContain('secret-of-test');
  });
});
