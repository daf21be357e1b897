import {
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  type CreateSecretCommandInput,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import {
  ACCOUNT,
  OTHER_ACCOUNT,
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

const token = (digit: number) => String(digit).repeat(36);

const create = (input: Partial<CreateSecretCommandInput> = {}) =>
  client.send(
    new CreateSecretCommand({
      Name: 'staging/payments/database-password',
      SecretString: 'of no use',
      ClientRequestToken: token(1),
      ...input,
    }),
  );

describe('a new secret', () => {
  it('has an ARN with six characters of its own, and its token as version', async () => {
    const { ARN, Name, VersionId } = await create();
    expect(ARN).toMatch(
      new RegExp(
        `^arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:staging/payments/database-password-[A-Za-z0-9]{6}$`,
      ),
    );
    expect(Name).toBe('staging/payments/database-password');
    expect(VersionId).toBe(token(1));
    expect(
      await client.send(new GetSecretValueCommand({ SecretId: ARN })),
    ).toMatchObject({
      SecretString: 'of no use',
      VersionId: token(1),
      VersionStages: ['AWSCURRENT'],
    });
  });

  it('keeps its description, key and tags', async () => {
    await create({
      Description: 'To the ledger',
      KmsKeyId: 'alias/kestrel-staging',
      Tags: [{ Key: 'service', Value: 'payments' }],
    });
    expect(
      await client.send(
        new DescribeSecretCommand({
          SecretId: 'staging/payments/database-password',
        }),
      ),
    ).toMatchObject({
      Description: 'To the ledger',
      KmsKeyId: 'alias/kestrel-staging',
      Tags: [{ Key: 'service', Value: 'payments' }],
      CreatedDate: new Date('2026-11-24T12:00:00Z'),
      LastChangedDate: new Date('2026-11-24T12:00:00Z'),
      VersionIdsToStages: { [token(1)]: ['AWSCURRENT'] },
    });
  });

  it('may be without a value, or be binary', async () => {
    const { VersionId } = await create({ SecretString: undefined });
    expect(VersionId).toBeUndefined();
    await expect(
      client.send(
        new GetSecretValueCommand({
          SecretId: 'staging/payments/database-password',
        }),
      ),
    ).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message:
        "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT",
    });
    const bytes = Buffer.from([0, 255, 10, 13, 128]);
    await create({
      Name: 'bytes',
      SecretString: undefined,
      SecretBinary: bytes,
    });
    const { SecretBinary, SecretString } = await client.send(
      new GetSecretValueCommand({ SecretId: 'bytes' }),
    );
    expect(Buffer.from(SecretBinary!)).toEqual(bytes);
    expect(SecretString).toBeUndefined();
  });

  it('is the same when the same request comes twice', async () => {
    const first = await create();
    expect(await create()).toMatchObject({
      ARN: first.ARN,
      VersionId: first.VersionId,
    });
  });

  it('is refused where its name is taken', async () => {
    await create();
    await expect(
      create({ ClientRequestToken: token(2) }),
    ).rejects.toMatchObject({
      name: 'ResourceExistsException',
      message:
        'The operation failed because the secret staging/payments/database-password already exists.',
    });
    await expect(create({ SecretString: 'other' })).rejects.toMatchObject({
      name: 'ResourceExistsException',
      message: expect.stringContaining(
        `You can't use ClientRequestToken ${token(1)}`,
      ),
    });
  });

  it.each([
    ['a name with a colon', { Name: 'a:b' }, 'ValidationException'],
    ['a name of 513 letters', { Name: 'a'.repeat(513) }, 'ValidationException'],
    [
      'a value of 65,537 bytes',
      { SecretString: 'é'.repeat(32_768).concat('a') },
      'ValidationException',
    ],
    ['an empty value', { SecretString: '' }, 'ValidationException'],
    [
      'two values at once',
      { SecretBinary: Buffer.from('b') },
      'InvalidParameterException',
    ],
    [
      'a tag of AWS',
      { Tags: [{ Key: 'aws:owner', Value: 'b' }] },
      'InvalidParameterException',
    ],
    [
      'more than 50 tags',
      {
        Tags: Array.from({ length: 51 }, (_, index) => ({
          Key: `tag-${index}`,
          Value: '',
        })),
      },
      'LimitExceededException',
    ],
    [
      'a key that is no key',
      { KmsKeyId: 'some key' },
      'InvalidParameterException',
    ],
    [
      'a key that cannot be used',
      { KmsKeyId: 'alias/unusable' },
      'EncryptionFailure',
    ],
  ])(
    'is refused with %s, and the value is not told',
    async (_, input, name) => {
      const error = await create(input).catch(thrown => thrown);
      expect(error.name).toBe(name);
      expect(error.message).not.toContain('of no use');
    },
  );

  it('may have the longest value and every odd character in its name', async () => {
    const Name = 'aZ09/_+=.@-';
    const SecretString = 'é'.repeat(32_768);
    await create({ Name, SecretString });
    expect(
      await client.send(new GetSecretValueCommand({ SecretId: Name })),
    ).toMatchObject({ SecretString });
  });

  it('is in its account and its region only', async () => {
    const { ARN } = await create();
    const elsewhere = [
      aws.client({ region: 'us-east-1' }),
      aws.client({
        credentials: {
          accessKeyId: 'TESTKEY0000000000002',
          secretAccessKey: 'any',
        },
      }),
    ];
    for (const other of elsewhere) {
      await expect(
        other.send(
          new DescribeSecretCommand({
            SecretId: 'staging/payments/database-password',
          }),
        ),
      ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    }
    expect(aws.aws.secrets(OTHER_ACCOUNT, REGION).ordered()).toEqual([]);
    expect(ARN).toContain(ACCOUNT);
  });

  it('is found by its ARN, with and without the six characters', async () => {
    const { ARN } = await create({ Name: 'a/b-123456' });
    for (const SecretId of [ARN, ARN?.slice(0, -7), 'a/b-123456']) {
      expect(
        await client.send(new DescribeSecretCommand({ SecretId })),
      ).toMatchObject({ Name: 'a/b-123456' });
    }
  });
});
