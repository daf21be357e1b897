// Part of a suite that several test files run, each on an ECR of its own.
/* eslint-disable jest/no-export */
import {
  GetLifecyclePolicyCommand,
  GetRepositoryPolicyCommand,
  ListTagsForResourceCommand,
  PutImageScanningConfigurationCommand,
  PutImageTagMutabilityCommand,
  PutLifecyclePolicyCommand,
  SetRepositoryPolicyCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-ecr';
import { lifecyclePolicyText, policyText } from './texts';
import type { Trial } from './Trial';

/** What a repository is set to. */
export function describeSettings(trial: Trial): void {
  describe('settings', () => {
    it('are changed afterwards', async () => {
      const { repository } = await trial.create();
      const repositoryName = trial.name;
      await trial.client.send(
        new PutImageTagMutabilityCommand({
          repositoryName,
          imageTagMutability: 'IMMUTABLE',
        }),
      );
      await trial.client.send(
        new PutImageScanningConfigurationCommand({
          repositoryName,
          imageScanningConfiguration: { scanOnPush: true },
        }),
      );
      const resourceArn = repository!.repositoryArn;
      const tags = [{ Key: 'owner', Value: 'booking' }];
      await trial.client.send(new TagResourceCommand({ resourceArn, tags }));
      expect(await trial.described()).toMatchObject({
        imageTagMutability: 'IMMUTABLE',
        imageScanningConfiguration: { scanOnPush: true },
      });
      const list = new ListTagsForResourceCommand({ resourceArn });
      expect((await trial.client.send(list)).tags).toEqual(tags);
      const tagKeys = ['owner'];
      await trial.client.send(
        new UntagResourceCommand({ resourceArn, tagKeys }),
      );
      expect((await trial.client.send(list)).tags).toEqual([]);
    });

    it('of the life of images are kept as they were put', async () => {
      await trial.create();
      const repositoryName = trial.name;
      const get = new GetLifecyclePolicyCommand({ repositoryName });
      await expect(trial.client.send(get)).rejects.toMatchObject({
        name: 'LifecyclePolicyNotFoundException',
      });
      const text = lifecyclePolicyText;
      await trial.client.send(
        new PutLifecyclePolicyCommand({
          repositoryName,
          lifecyclePolicyText: text,
        }),
      );
      const { lifecyclePolicyText: kept } = await trial.client.send(get);
      expect(JSON.parse(kept!)).toEqual(JSON.parse(text));
    });

    it('of the life of images are refused where they are no rules', async () => {
      await trial.create();
      const put = new PutLifecyclePolicyCommand({
        repositoryName: trial.name,
        lifecyclePolicyText: lifecyclePolicyText.replace('expire', 'forget'),
      });
      await expect(trial.client.send(put)).rejects.toMatchObject({
        name: 'InvalidParameterException',
      });
    });

    it('of who may pull are kept as they were put', async () => {
      await trial.create();
      const repositoryName = trial.name;
      const get = new GetRepositoryPolicyCommand({ repositoryName });
      await expect(trial.client.send(get)).rejects.toMatchObject({
        name: 'RepositoryPolicyNotFoundException',
      });
      await trial.client.send(
        new SetRepositoryPolicyCommand({ repositoryName, policyText }),
      );
      const { policyText: kept } = await trial.client.send(get);
      expect(JSON.parse(kept!)).toMatchObject({
        Statement: [{ Effect: 'Allow' }],
      });
    });
  });
}
