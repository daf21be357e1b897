import {
  BatchGetSecretValueCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  type BatchGetSecretValueCommandInput,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import {
  ACCOUNT,
  REGION,
  startTestAws,
  type TestAws,
} from '../aws/__testUtils__/aws';

let aws: TestAws;
let client: SecretsManagerClient;

beforeEach(async () => {
  aws = await startTestAws();
  client = aws.client();
});
afterEach(() => aws.stop());

const put = (name: string, value: string, more: object = {}) =>
  aws.aws.secrets(ACCOUNT, REGION).put({
    name,
    createdAt: 1,
    versions: [{ value, createdAt: 1 }],
    ...more,
  });

const batch = (input: BatchGetSecretValueCommandInput) =>
  client.send(new BatchGetSecretValueCommand(input));

describe('a value', () => {
  it('when read is noted with the day', async () => {
    put('a', 'one');
    const describe_ = new DescribeSecretCommand({ SecretId: 'a' });
    expect(await client.send(describe_)).not.toHaveProperty('LastAccessedDate');
    await client.send(new GetSecretValueCommand({ SecretId: 'a' }));
    expect(await client.send(describe_)).toMatchObject({
      LastAccessedDate: new Date('2026-11-24T00:00:00Z'),
    });
  });

  it('cannot be read where its key cannot be used', async () => {
    put('a', 'one', { kmsKeyId: 'alias/unusable' });
    await expect(
      client.send(new GetSecretValueCommand({ SecretId: 'a' })),
    ).rejects.toMatchObject({ name: 'DecryptionFailure' });
  });
});

describe('values of many secrets', () => {
  it('come at once, with what is wrong with some', async () => {
    put('a', 'one');
    put('b', 'two', { deletedAt: aws.clock.now() + 1 });
    put('c', 'three', { kmsKeyId: 'alias/unusable' });
    const { SecretValues, Errors, NextToken } = await batch({
      SecretIdList: ['a', 'b', 'c', 'd'],
    });
    expect(SecretValues).toMatchObject([
      { Name: 'a', SecretString: 'one', VersionStages: ['AWSCURRENT'] },
    ]);
    expect(
      Errors?.map(({ SecretId, ErrorCode }) => [SecretId, ErrorCode]),
    ).toEqual([
      ['b', 'InvalidRequestException'],
      ['c', 'DecryptionFailure'],
      ['d', 'ResourceNotFoundException'],
    ]);
    expect(NextToken).toBeUndefined();
  });

  it('come in parts where they are large', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `large-${index}`);
    for (const id of ids) put(id, id.padEnd(65_536, '.'));
    const first = await batch({ SecretIdList: ids });
    expect(first.SecretValues).toHaveLength(16);
    const second = await batch({
      SecretIdList: ids,
      NextToken: first.NextToken,
    });
    expect(second.SecretValues?.map(({ Name }) => Name)).toEqual(ids.slice(16));
    expect(second.NextToken).toBeUndefined();
  });

  it('can be had by filters, twenty at a time', async () => {
    for (let index = 10; index < 35; index++) put(`a${index}`, 'one');
    put('b', 'two');
    const Filters = [{ Key: 'name' as const, Values: ['a'] }];
    const first = await batch({ Filters });
    expect(first.SecretValues).toHaveLength(20);
    const { SecretValues } = await batch({
      Filters,
      NextToken: first.NextToken,
    });
    expect(SecretValues).toHaveLength(5);
  });

  it.each<[string, BatchGetSecretValueCommandInput, string]>([
    ['neither ids nor filters', {}, 'InvalidParameterException'],
    [
      'ids and filters',
      {
        SecretIdList: ['a'],
        Filters: [{ Key: 'name', Values: ['a'] }],
      },
      'InvalidParameterException',
    ],
    [
      '21 ids',
      { SecretIdList: Array.from({ length: 21 }, (_, index) => `${index}`) },
      'ValidationException',
    ],
    [
      'ids and a number',
      { SecretIdList: ['a'], MaxResults: 3 },
      'InvalidParameterException',
    ],
  ])('are refused with %s', async (_, input, name) => {
    await expect(batch(input)).rejects.toMatchObject({ name });
  });
});
