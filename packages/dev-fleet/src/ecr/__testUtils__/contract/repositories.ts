// Part of a suite that several test files run, each on an ECR of its own.
/* eslint-disable jest/no-export */
/* eslint-disable jest/no-standalone-expect -- `unless` is an `it` */
import {
  DeleteRepositoryCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  GetLifecyclePolicyCommand,
  ListTagsForResourceCommand,
  PutImageTagMutabilityCommand,
} from '@aws-sdk/client-ecr';
import type { Trial } from './Trial';

/** Repositories come and go. */
export function describeRepositories(trial: Trial): void {
  describe('a new repository', () => {
    it('has its address, and what nobody asked for is as AWS has it', async () => {
      const { repository } = await trial.create();
      const { region } = trial.ecr.config;
      expect(repository).toMatchObject({
        repositoryArn: `arn:aws:ecr:${region}:${trial.ecr.account}:repository/${trial.name}`,
        repositoryUri: `${trial.ecr.account}.dkr.ecr.${region}.amazonaws.com/${trial.name}`,
        registryId: trial.ecr.account,
        imageTagMutability: 'MUTABLE',
        imageScanningConfiguration: { scanOnPush: false },
        encryptionConfiguration: { encryptionType: 'AES256' },
      });
      expect(repository!.createdAt).toBeInstanceOf(Date);
      expect(await trial.described()).toMatchObject({
        repositoryName: trial.name,
      });
    });

    it('has the settings that were asked for, and its tags', async () => {
      const tags = [
        { Key: 'service', Value: 'quotes' },
        { Key: 'managed-by', Value: 'sphera' },
      ];
      const { repository } = await trial.create({
        imageTagMutability: 'IMMUTABLE',
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfiguration: {
          encryptionType: 'KMS',
          kmsKey: 'alias/images',
        },
        tags,
      });
      expect(await trial.described()).toMatchObject({
        imageTagMutability: 'IMMUTABLE',
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfiguration: { encryptionType: 'KMS' },
      });
      const listed = await trial.client.send(
        new ListTagsForResourceCommand({
          resourceArn: repository!.repositoryArn,
        }),
      );
      expect(listed.tags).toEqual(tags);
    });

    it('is refused where its name is taken', async () => {
      await trial.create();
      await expect(trial.create()).rejects.toMatchObject({
        name: 'RepositoryAlreadyExistsException',
        message: `The repository with name '${trial.name}' already exists in the registry with id '${trial.ecr.account}'`,
      });
    });

    it('is refused with a name that no image could have', async () => {
      for (const wrong of ['Quotes', 'quotes--x/', 'a b', '-quotes']) {
        await expect(
          trial.create({ repositoryName: wrong }),
        ).rejects.toMatchObject({ name: 'InvalidParameterException' });
      }
    });
  });

  describe('a repository that is not there', () => {
    it('is named in the refusal of whatever was asked of it', async () => {
      const repositoryName = trial.name;
      const refused = [
        new DescribeRepositoriesCommand({ repositoryNames: [trial.name] }),
        new GetLifecyclePolicyCommand({ repositoryName }),
        new PutImageTagMutabilityCommand({
          repositoryName,
          imageTagMutability: 'MUTABLE',
        }),
        new DescribeImagesCommand({ repositoryName }),
        new DeleteRepositoryCommand({ repositoryName }),
      ];
      for (const command of refused) {
        await expect(trial.client.send(command as never)).rejects.toMatchObject(
          {
            name: 'RepositoryNotFoundException',
            message: `The repository with name '${trial.name}' does not exist in the registry with id '${trial.ecr.account}'`,
          },
        );
      }
    });
  });

  describe('the list of repositories', () => {
    trial.unless('no-pages')('comes in pages', async () => {
      await trial.create();
      trial.name = `${trial.name}-more`;
      await trial.create();
      const names: Array<string | undefined> = [];
      let nextToken: string | undefined;
      do {
        const page = await trial.client.send(
          new DescribeRepositoriesCommand({ maxResults: 1, nextToken }),
        );
        expect(page.repositories).toHaveLength(1);
        names.push(page.repositories![0].repositoryName);
        nextToken = page.nextToken;
      } while (nextToken);
      expect(names).toEqual([...new Set(names)]);
      expect(names).toContain(trial.name);
    });
  });

  describe('a repository that is deleted', () => {
    const remove = (force?: boolean) =>
      trial.client.send(
        new DeleteRepositoryCommand({ repositoryName: trial.name, force }),
      );

    it('is gone, and its name is free', async () => {
      await trial.create();
      await remove();
      await expect(trial.described()).rejects.toMatchObject({
        name: 'RepositoryNotFoundException',
      });
      await trial.create();
    });

    it('has no images left, unless by force', async () => {
      await trial.create();
      await trial.push('1.0.0');
      await expect(remove()).rejects.toMatchObject({
        name: 'RepositoryNotEmptyException',
        message: `The repository with name '${trial.name}' in registry with id '${trial.ecr.account}' cannot be deleted because it still contains images`,
      });
      await remove(true);
      await expect(trial.described()).rejects.toMatchObject({
        name: 'RepositoryNotFoundException',
      });
    });
  });
}
