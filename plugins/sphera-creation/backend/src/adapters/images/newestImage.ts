import type { EcrAccount } from './EcrAccount';
import type { PushedImage } from './ImageRepositories';
import { notThere } from './notThere';

const PAGE = 1_000;

/** The image of a repository with a tag that was pushed last. ECR lists them in no order, so all are looked at. */
export async function newestImage(
  account: EcrAccount,
  repositoryName: string,
): Promise<{ image?: PushedImage } | undefined> {
  let image: PushedImage | undefined;
  let nextToken: string | undefined;
  do {
    const token = nextToken;
    const page = await account.send('DescribeImages', ecr =>
      ecr
        .describeImages({
          repositoryName,
          filter: { tagStatus: 'TAGGED' },
          maxResults: PAGE,
          nextToken: token,
        })
        .catch(notThere),
    );
    if (!page) return undefined;
    for (const { imageTags: tags = [], imagePushedAt } of page.imageDetails ??
      []) {
      const pushedAt = imagePushedAt?.getTime() ?? 0;
      if (!image || pushedAt > image.pushedAt) image = { tags, pushedAt };
    }
    nextToken = page.nextToken;
  } while (nextToken);
  return { image };
}
