// Part of a suite that several test files run, each on an ECR of its own.
/* eslint-disable jest/no-export */
/* eslint-disable jest/no-standalone-expect -- `unless` is an `it` */
import {
  DescribeImagesCommand,
  GetAuthorizationTokenCommand,
  ListImagesCommand,
} from '@aws-sdk/client-ecr';
import { manifestText } from './texts';
import type { Trial } from './Trial';

/** What is in a repository, and who gets in. */
export function describeImages(trial: Trial): void {
  describe('images', () => {
    it('are told with their tags', async () => {
      await trial.create();
      await trial.push('1.0.0');
      await trial.push('1.1.0');
      const { imageDetails } = await trial.client.send(
        new DescribeImagesCommand({
          repositoryName: trial.name,
          imageIds: [{ imageTag: '1.1.0' }],
        }),
      );
      expect(imageDetails).toMatchObject([
        {
          imageTags: ['1.1.0'],
          imageDigest: expect.stringMatching(/^sha256:/),
        },
      ]);
      const { imageIds } = await trial.client.send(
        new ListImagesCommand({ repositoryName: trial.name }),
      );
      expect(imageIds!.map(({ imageTag }) => imageTag).sort()).toEqual([
        '1.0.0',
        '1.1.0',
      ]);
    });

    it('that are not there are named', async () => {
      await trial.create();
      await expect(
        trial.client.send(
          new DescribeImagesCommand({
            repositoryName: trial.name,
            imageIds: [{ imageTag: '9.9.9' }],
          }),
        ),
      ).rejects.toMatchObject({
        name: 'ImageNotFoundException',
        message: expect.stringContaining(`imageTag:'9.9.9'`),
      });
    });

    trial.unless('other-refusal')(
      'keep their tag where tags are immutable',
      async () => {
        await trial.create({ imageTagMutability: 'IMMUTABLE' });
        await trial.push('1.0.0');
        await expect(
          trial.push('1.0.0', manifestText('another')),
        ).rejects.toMatchObject({ name: 'ImageTagAlreadyExistsException' });
      },
    );

    trial.unless('untagged-is-gone')(
      'give a tag away where another one gets it',
      async () => {
        await trial.create();
        await trial.push('latest', manifestText('one'));
        await trial.push('latest', manifestText('two'));
        const { imageDetails } = await trial.client.send(
          new DescribeImagesCommand({ repositoryName: trial.name }),
        );
        expect(
          imageDetails!.map(({ imageTags = [] }) => imageTags.join()).sort(),
        ).toEqual(['', 'latest']);
      },
    );
  });

  it('a token opens the registry to Docker, for some hours', async () => {
    const { authorizationData } = await trial.client.send(
      new GetAuthorizationTokenCommand({}),
    );
    const [{ authorizationToken, proxyEndpoint }] = authorizationData!;
    expect(Buffer.from(authorizationToken!, 'base64').toString()).toMatch(
      /^AWS:.+/,
    );
    expect(proxyEndpoint).toContain(trial.ecr.account);
  });
}
