import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { AwsIamStrategy } from '@backstage/plugin-kubernetes-backend';
import { awsTokens, tokenInFile } from './BearerTokens';

describe('a token in a file', () => {
  it('is read anew each time, without its line end', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sphera-token-'));
    try {
      const file = join(folder, 'token');
      await writeFile(file, 'first\n');
      const tokens = tokenInFile(file);
      expect(await tokens.token()).toBe('first');
      await writeFile(file, 'second\n');
      expect(await tokens.token()).toBe('second');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('the token of an EKS cluster', () => {
  const environment = { ...process.env };
  afterEach(() => {
    process.env = { ...environment };
  });

  function start() {
    let now = 0;
    let signed = 0;
    const strategy = new AwsIamStrategy({ config: new ConfigReader({}) });
    const tokens = awsTokens(
      { type: 'aws', clusterName: 'production-eu' },
      {
        now: () => now,
        strategy: {
          getCredential(details) {
            signed += 1;
            return strategy.getCredential(details);
          },
        },
      },
    );
    const pass = (minutes: number) => {
      now += minutes * 60_000;
    };
    return { tokens, pass, count: () => signed };
  }

  it("is signed with the portal's credentials for that cluster", async () => {
    process.env.AWS_ACCESS_KEY_ID = 'AKIAEXAMPLE';
    process.env.AWS_SECRET_ACCESS_KEY = 'example';
    process.env.AWS_REGION = 'eu-central-1';
    const token = await start().tokens.token();
    const url = Buffer.from(
      token.replace('k8s-aws-v1.', ''),
      'base64url',
    ).toString();
    expect(url).toContain('https://sts.eu-central-1.amazonaws.com/');
    expect(url).toContain('AKIAEXAMPLE');
    expect(decodeURIComponent(url)).toContain(
      'X-Amz-SignedHeaders=host;x-k8s-aws-id',
    );
  });

  it('is kept until shortly before it ends, or until it was refused', async () => {
    process.env.AWS_ACCESS_KEY_ID = 'AKIAEXAMPLE';
    process.env.AWS_SECRET_ACCESS_KEY = 'example';
    const { tokens, pass, count } = start();
    await tokens.token();
    pass(11);
    await tokens.token();
    expect(count()).toBe(1);
    pass(2);
    await tokens.token();
    expect(count()).toBe(2);
    tokens.renew();
    await tokens.token();
    expect(count()).toBe(3);
  });
});
