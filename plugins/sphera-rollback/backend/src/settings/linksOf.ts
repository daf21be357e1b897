import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CloneUrl } from './cloneUrl';
import { hosting } from './hosting';
import type { RepositorySettings } from './RollbackSettings';

type Links = Pick<
  RepositorySettings,
  'commitUrl' | 'fileUrl' | 'pullRequestUrl'
>;

/** Where people look at commits, files and pull requests, on the hosts that the integrations know. */
export function linksOf(
  url: CloneUrl,
  integrations: ScmIntegrationRegistry,
): Links {
  const page = `${url.origin}/${url.path}`;
  if (hosting(url, integrations.github.list())) {
    return {
      commitUrl: `${page}/commit/{hash}`,
      fileUrl: `${page}/blob/{branch}/{path}`,
      pullRequestUrl: `${page}/pull/{number}`,
    };
  }
  if (hosting(url, integrations.gitlab.list())) {
    return {
      commitUrl: `${page}/-/commit/{hash}`,
      fileUrl: `${page}/-/blob/{branch}/{path}`,
      pullRequestUrl: `${page}/-/merge_requests/{number}`,
    };
  }
  if (hosting(url, integrations.bitbucketCloud.list())) {
    return {
      commitUrl: `${page}/commits/{hash}`,
      fileUrl: `${page}/src/{branch}/{path}`,
      pullRequestUrl: `${page}/pull-requests/{number}`,
    };
  }
  if (hosting(url, integrations.bitbucketServer.list())) {
    return bitbucketServer(url);
  }
  return {};
}

function bitbucketServer({ origin, path }: CloneUrl): Links {
  const [project, repo] = path.replace(/^scm\//, '').split('/');
  const page = `${origin}/projects/${project}/repos/${repo}`;
  return {
    commitUrl: `${page}/commits/{hash}`,
    fileUrl: `${page}/browse/{path}?at={branch}`,
    pullRequestUrl: `${page}/pull-requests/{number}`,
  };
}
