import {
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretVersionIdsCommand,
  PutSecretValueCommand,
  UpdateSecretCommand,
  UpdateSecretVersionStageCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { startTestAws, type TestAws } from '../aws/__testUtils__/aws';

/** The version id of a number. */
const id = (number: number) => `version-${number}`.padEnd(32, '-');

let aws: TestAws;
let client: SecretsManagerClient;

beforeEach(async () => {
  aws = await startTestAws();
  client = aws.client();
  await client.send(
    new CreateSecretCommand({
      Name: 'key',
      SecretString: 'first',
      ClientRequestToken: id(1),
    }),
  );
});
afterEach(() => aws.stop());

const put = (value: string, number: number, VersionStages?: string[]) =>
  client.send(
    new PutSecretValueCommand({
      SecretId: 'key',
      SecretString: value,
      ClientRequestToken: id(number),
      VersionStages,
    }),
  );

const move = (label: string, to?: number, from?: number) =>
  client.send(
    new UpdateSecretVersionStageCommand({
      SecretId: 'key',
      VersionStage: label,
      MoveToVersionId: to === undefined ? undefined : id(to),
      RemoveFromVersionId: from === undefined ? undefined : id(from),
    }),
  );

const read = async (
  which: { VersionId?: string; VersionStage?: string } = {},
) =>
  (await client.send(new GetSecretValueCommand({ SecretId: 'key', ...which })))
    .SecretString;

const labels = async () =>
  (await client.send(new DescribeSecretCommand({ SecretId: 'key' })))
    .VersionIdsToStages;

describe('a new version', () => {
  it('becomes current, and the one before it previous', async () => {
    await put('second', 2);
    await put('third', 3);
    expect(await read()).toBe('third');
    expect(await read({ VersionStage: 'AWSPREVIOUS' })).toBe('second');
    expect(await labels()).toEqual({
      [id(2)]: ['AWSPREVIOUS'],
      [id(3)]: ['AWSCURRENT'],
    });
  });

  it('is not current where it is given another label', async () => {
    await put('second', 2, ['sphera-staged']);
    expect(await read()).toBe('first');
    expect(await read({ VersionStage: 'sphera-staged' })).toBe('second');
    await put('third', 3, ['sphera-staged']);
    expect(await labels()).toEqual({
      [id(1)]: ['AWSCURRENT'],
      [id(3)]: ['sphera-staged'],
    });
  });

  it('is current in any case if it is the first', async () => {
    await client.send(new CreateSecretCommand({ Name: 'empty' }));
    await client.send(
      new PutSecretValueCommand({
        SecretId: 'empty',
        SecretString: 'a',
        VersionStages: ['sphera-staged'],
      }),
    );
    expect(
      await client.send(new GetSecretValueCommand({ SecretId: 'empty' })),
    ).toMatchObject({ VersionStages: ['AWSCURRENT', 'sphera-staged'] });
  });

  it('is made once when the same request comes twice, and labels stay where they went', async () => {
    await put('second', 2);
    await put('third', 3);
    expect(await put('second', 2)).toMatchObject({
      VersionId: id(2),
      VersionStages: ['AWSPREVIOUS'],
    });
    expect(await read()).toBe('third');
  });

  it('is refused where its token was used for another value', async () => {
    await put('second', 2);
    const error = await put('other', 2).catch(thrown => thrown);
    expect(error.name).toBe('ResourceExistsException');
    expect(error.message).toMatch(
      /^You can't use ClientRequestToken version-2-+ because that value is already in use for a version of secret arn:/,
    );
    expect(await read()).toBe('second');
  });

  it('can come with an update of description and key', async () => {
    const update = (input: object) =>
      client.send(new UpdateSecretCommand({ SecretId: 'key', ...input }));
    expect(
      await update({ Description: 'new', KmsKeyId: 'alias/other' }),
    ).not.toHaveProperty('VersionId');
    expect(await read()).toBe('first');
    expect(
      await update({ SecretString: 'second', ClientRequestToken: id(2) }),
    ).toMatchObject({ VersionId: id(2) });
    expect(await read({ VersionStage: 'AWSPREVIOUS' })).toBe('first');
    expect(
      await client.send(new DescribeSecretCommand({ SecretId: 'key' })),
    ).toMatchObject({ Description: 'new', KmsKeyId: 'alias/other' });
    await expect(update({ KmsKeyId: 'alias/unusable' })).rejects.toMatchObject({
      name: 'EncryptionFailure',
    });
  });

  it('is refused where a hundred are younger than a day', async () => {
    for (let number = 2; number <= 100; number++) await put('next', number);
    await expect(put('next', 101)).rejects.toMatchObject({
      name: 'LimitExceededException',
    });
    await aws.clock.advance(25 * 3_600_000);
    await put('next', 101);
    await expect(read({ VersionId: id(1) })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: `Secrets Manager can't find the specified secret value for VersionId: ${id(
        1,
      )}`,
    });
  });
});

describe('a label', () => {
  it('moves from the version that carries it, and AWSPREVIOUS follows AWSCURRENT', async () => {
    await put('second', 2, ['sphera-staged']);
    await move('AWSCURRENT', 2, 1);
    expect(await labels()).toEqual({
      [id(1)]: ['AWSPREVIOUS'],
      [id(2)]: ['sphera-staged', 'AWSCURRENT'],
    });
    await move('AWSCURRENT', 1, 2);
    expect(await labels()).toEqual({
      [id(1)]: ['AWSCURRENT'],
      [id(2)]: ['sphera-staged', 'AWSPREVIOUS'],
    });
  });

  it('stays where it is when the version that is named does not carry it', async () => {
    await put('second', 2, ['sphera-staged']);
    await put('third', 3);
    await expect(move('AWSCURRENT', 2, 1)).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    await expect(move('AWSCURRENT', 2)).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: `The parameter RemoveFromVersionId can't be empty. Staging label AWSCURRENT is currently attached to version ${id(
        3,
      )}, so you must explicitly reference that version in RemoveFromVersionId.`,
    });
    expect(await read()).toBe('third');
  });

  it('may be moved to where it is', async () => {
    await move('AWSCURRENT', 1);
    expect(await labels()).toEqual({ [id(1)]: ['AWSCURRENT'] });
  });

  it('can be put on and taken away, but AWSCURRENT only moves', async () => {
    await move('blue', 1);
    expect(await labels()).toEqual({ [id(1)]: ['AWSCURRENT', 'blue'] });
    await move('blue', undefined, 1);
    expect(await labels()).toEqual({ [id(1)]: ['AWSCURRENT'] });
    await expect(move('AWSCURRENT', undefined, 1)).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    await expect(move('blue', 7)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it('is one of at most twenty', async () => {
    for (let number = 1; number < 20; number++) await move(`l${number}`, 1);
    await expect(move('one-more', 1)).rejects.toMatchObject({
      name: 'LimitExceededException',
    });
  });
});

describe('the versions of a secret', () => {
  it('are listed the newest first, those without a label on request only', async () => {
    await put('second', 2);
    await put('third', 3);
    const list = async (input: object) => {
      const { Versions, NextToken } = await client.send(
        new ListSecretVersionIdsCommand({ SecretId: 'key', ...input }),
      );
      return { ids: Versions?.map(({ VersionId }) => VersionId), NextToken };
    };
    expect(await list({})).toEqual({
      ids: [id(3), id(2)],
      NextToken: undefined,
    });
    const first = await list({ IncludeDeprecated: true, MaxResults: 2 });
    expect(first.ids).toEqual([id(3), id(2)]);
    const { NextToken } = first;
    expect(
      await list({ IncludeDeprecated: true, MaxResults: 2, NextToken }),
    ).toEqual({ ids: [id(1)], NextToken: undefined });
  });

  it('are read by id while they are kept, with a label only if they carry it', async () => {
    await put('second', 2);
    await put('third', 3);
    expect(await read({ VersionId: id(1) })).toBe('first');
    expect(await read({ VersionId: id(2), VersionStage: 'AWSPREVIOUS' })).toBe(
      'second',
    );
    await expect(
      read({ VersionId: id(2), VersionStage: 'AWSCURRENT' }),
    ).rejects.toMatchObject({ name: 'InvalidRequestException' });
  });
});
