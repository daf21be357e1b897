import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretVersionIdsCommand,
  PutSecretValueCommand,
  RestoreSecretCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateSecretCommand,
  UpdateSecretVersionStageCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { startTestAws, type TestAws } from '../aws/__testUtils__/aws';

let aws: TestAws;
let client: SecretsManagerClient;
const SecretId = 'key';

const create = () =>
  client.send(new CreateSecretCommand({ Name: 'key', SecretString: 'first' }));
const remove = (how: object = {}) =>
  client.send(new DeleteSecretCommand({ SecretId, ...how }));
const described = () => client.send(new DescribeSecretCommand({ SecretId }));

const DAY = 86_400_000;

beforeEach(async () => {
  aws = await startTestAws();
  client = aws.client();
  await create();
});
afterEach(() => aws.stop());

describe('a deleted secret', () => {
  it('is kept for thirty days if nobody says otherwise', async () => {
    const gone = new Date('2026-12-24T12:00:00Z');
    expect(await remove()).toMatchObject({ Name: 'key', DeletionDate: gone });
    expect(await described()).toMatchObject({ DeletedDate: gone });
    await aws.clock.advance(30 * DAY);
    await expect(described()).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: "Secrets Manager can't find the specified secret.",
    });
    await create();
  });

  it('can neither be read nor changed nor deleted again', async () => {
    await remove({ RecoveryWindowInDays: 7 });
    const refused = [
      new GetSecretValueCommand({ SecretId }),
      new PutSecretValueCommand({ SecretId, SecretString: 'b' }),
      new UpdateSecretCommand({ SecretId, Description: 'b' }),
      new UpdateSecretVersionStageCommand({
        SecretId,
        VersionStage: 'blue',
        MoveToVersionId: '1'.repeat(32),
      }),
      new TagResourceCommand({ SecretId, Tags: [{ Key: 'a', Value: 'b' }] }),
      new UntagResourceCommand({ SecretId, TagKeys: ['a'] }),
    ];
    for (const command of refused) {
      await expect(client.send(command as never)).rejects.toMatchObject({
        name: 'InvalidRequestException',
        message:
          "You can't perform this operation on the secret because it was marked for deletion.",
      });
    }
    await expect(remove()).rejects.toMatchObject({
      name: 'InvalidRequestException',
    });
    const { Versions } = await client.send(
      new ListSecretVersionIdsCommand({ SecretId }),
    );
    expect(Versions).toHaveLength(1);
  });

  it('keeps its name until it is gone', async () => {
    await remove();
    await expect(create()).rejects.toMatchObject({
      name: 'InvalidRequestException',
      message:
        "You can't create this secret because a secret with this name is already scheduled for deletion.",
    });
  });

  it('is as it was once it is restored', async () => {
    const before = await described();
    await remove();
    await client.send(new RestoreSecretCommand({ SecretId }));
    const { $metadata, ...after } = await described();
    expect(before).toMatchObject(after);
    expect(after).not.toHaveProperty('DeletedDate');
  });

  it('is gone at once by force, also a second time', async () => {
    const { ARN } = await described();
    await remove();
    await remove({ ForceDeleteWithoutRecovery: true });
    await remove({ ForceDeleteWithoutRecovery: true });
    await create();
    expect((await described()).ARN).not.toBe(ARN);
    await expect(
      client.send(new DescribeSecretCommand({ SecretId: ARN })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it.each([
    { RecoveryWindowInDays: 6 },
    { RecoveryWindowInDays: 31 },
    { RecoveryWindowInDays: 7, ForceDeleteWithoutRecovery: true },
  ])('is not deleted with %j', async how => {
    await expect(remove(how)).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });
});

describe('tags', () => {
  const tag = (Key: string, Value: string) =>
    client.send(new TagResourceCommand({ SecretId, Tags: [{ Key, Value }] }));

  it('are added, replaced and taken away', async () => {
    await tag('a', '1');
    await tag('b', '2');
    await tag('a', '3');
    expect((await described()).Tags).toEqual([
      { Key: 'b', Value: '2' },
      { Key: 'a', Value: '3' },
    ]);
    await client.send(
      new UntagResourceCommand({ SecretId, TagKeys: ['b', 'none'] }),
    );
    expect((await described()).Tags).toEqual([{ Key: 'a', Value: '3' }]);
  });

  it('are fifty at most', async () => {
    for (let number = 1; number <= 50; number++) await tag(`t${number}`, '');
    await expect(tag('one-more', '')).rejects.toMatchObject({
      name: 'LimitExceededException',
    });
    await tag('t50', 'replaced');
  });

  it('are of letters, digits and some signs', async () => {
    await tag('Zuständig', 'Größe 1+1=2 a@b_c.d:e/f-g');
    await expect(tag('a', 'b;c')).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });
});
