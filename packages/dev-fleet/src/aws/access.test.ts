import {
  BatchGetSecretValueCommand,
  ListSecretsCommand,
} from '@aws-sdk/client-secrets-manager';
import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
} from '@aws-sdk/client-sts';
import {
  ACCOUNT,
  OTHER_ACCOUNT,
  REGION,
  startTestAws,
  type TestAws,
} from './__testUtils__/aws';

let aws: TestAws;
const role = `arn:aws:iam::${OTHER_ACCOUNT}:role/sphera-secrets`;
const list = new ListSecretsCommand({});

beforeEach(async () => {
  aws = await startTestAws();
});
afterEach(() => aws.stop());

async function assume(RoleArn = role) {
  const { Credentials } = await aws
    .sts()
    .send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'backstage' }));
  return {
    accessKeyId: Credentials?.AccessKeyId!,
    secretAccessKey: Credentials?.SecretAccessKey!,
    sessionToken: Credentials?.SessionToken!,
    expiresAt: Credentials?.Expiration,
  };
}

describe('a caller', () => {
  it('is known by the key', async () => {
    const sts = aws.sts();
    expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: ACCOUNT,
      Arn: `arn:aws:iam::${ACCOUNT}:user/portal`,
    });
  });

  it('is refused with a key of nobody', async () => {
    const credentials = { accessKeyId: 'NOBODY', secretAccessKey: 'any' };
    await expect(aws.client({ credentials }).send(list)).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
      message: 'The security token included in the request is invalid.',
    });
    await expect(
      aws.sts({ credentials }).send(new GetCallerIdentityCommand({})),
    ).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
  });

  it('is refused without a signature', async () => {
    const response = await fetch(aws.endpoint, {
      method: 'POST',
      headers: { 'x-amz-target': 'secretsmanager.ListSecrets' },
      body: '{}',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      __type: 'MissingAuthenticationTokenException',
    });
  });

  it('sees the secrets of the account whose role it has, until the session is over', async () => {
    aws.aws
      .secrets(OTHER_ACCOUNT, REGION)
      .put({ name: 'theirs', createdAt: 1, versions: [] });
    const credentials = await assume();
    expect(credentials.expiresAt).toEqual(new Date('2026-11-24T13:00:00Z'));
    const client = aws.client({ credentials });
    const { SecretList } = await client.send(list);
    expect(SecretList).toMatchObject([{ Name: 'theirs' }]);
    expect(
      await aws.sts({ credentials }).send(new GetCallerIdentityCommand({})),
    ).toMatchObject({
      Arn: `arn:aws:sts::${OTHER_ACCOUNT}:assumed-role/sphera-secrets/backstage`,
    });
    await aws.clock.advance(3_600_000);
    await expect(client.send(list)).rejects.toMatchObject({
      name: 'ExpiredTokenException',
      message: 'The security token included in the request is expired',
    });
  });

  it('gets no role that is not there', async () => {
    await expect(assume(`${role}-other`)).rejects.toMatchObject({
      name: 'AccessDenied',
      message: `User: arn:aws:iam::${ACCOUNT}:user/portal is not authorized to perform: sts:AssumeRole on resource: ${role}-other`,
    });
  });
});

describe('a fault', () => {
  it.each([
    ['throttled', 'ThrottlingException', 400],
    ['denied', 'AccessDeniedException', 400],
    ['expired', 'ExpiredTokenException', 400],
    ['broken', 'InternalServiceError', 500],
  ] as const)('%s is seen as %s', async (fault, name, status) => {
    aws.aws.fault({ fault });
    await expect(aws.client().send(list)).rejects.toMatchObject({
      name,
      $metadata: { httpStatusCode: status },
    });
    aws.aws.fault({ fault: 'none' });
    await aws.client().send(list);
  });

  it('down resets connections', async () => {
    aws.aws.fault({ fault: 'down' });
    await expect(aws.client().send(list)).rejects.toThrow('socket hang up');
  });

  it('is in one account and one region, the others are well', async () => {
    aws.aws.fault({ account: ACCOUNT, region: REGION, fault: 'denied' });
    await expect(aws.client().send(list)).rejects.toMatchObject({
      message: `User: arn:aws:iam::${ACCOUNT}:user/portal is not authorized to perform: secretsmanager:ListSecrets because no identity-based policy allows the secretsmanager:ListSecrets action`,
    });
    await aws.client({ region: 'us-east-1' }).send(list);
    await aws.client({ credentials: await assume() }).send(list);
  });

  it('can be of some calls, and of so many', async () => {
    aws.aws.fault({ fault: 'broken', apis: ['ListSecrets'], times: 1 });
    const batch = new BatchGetSecretValueCommand({ SecretIdList: ['a'] });
    await aws.client().send(batch);
    await expect(aws.client().send(list)).rejects.toThrow();
    await aws.client().send(list);
  });

  it('of reading values shows on each of a batch', async () => {
    aws.aws.fault({ fault: 'denied', apis: ['GetSecretValue'] });
    const batch = new BatchGetSecretValueCommand({ SecretIdList: ['a'] });
    expect(await aws.client().send(batch)).toMatchObject({
      Errors: [{ SecretId: 'a', ErrorCode: 'AccessDeniedException' }],
    });
  });

  it('can keep a role from being assumed, or end what was handed out', async () => {
    const client = aws.client({ credentials: await assume() });
    aws.aws.endSessions(OTHER_ACCOUNT);
    await expect(client.send(list)).rejects.toMatchObject({
      name: 'ExpiredTokenException',
    });
    await assume();
    const account = OTHER_ACCOUNT;
    aws.aws.fault({ account, fault: 'denied', apis: ['AssumeRole'] });
    await expect(assume()).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});

it('counts calls by account, region and name', async () => {
  await aws.client().send(list);
  await aws.client().send(list);
  await aws.client({ region: 'us-east-1' }).send(list);
  await aws
    .client()
    .send(new BatchGetSecretValueCommand({ SecretIdList: ['a'] }));
  expect(aws.aws.calls()).toEqual({ ListSecrets: 3, BatchGetSecretValue: 1 });
  expect(aws.aws.calls({ region: 'us-east-1' })).toEqual({ ListSecrets: 1 });
  aws.aws.resetCalls();
  expect(aws.aws.calls()).toEqual({});
});
