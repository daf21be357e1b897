import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CloneUrl } from './cloneUrl';
import { hosting } from './hosting';

/** Where people look at a repository. */
export interface RepositoryLinks {
  /** `https://github.com/kestrel/gitops/commit/{hash}` */
  commitUrl?: string;
  /** `https://github.com/kestrel/gitops/blob/{branch}/{path}` */
  fileUrl?: string;
  /** `https://github.com/kestrel/gitops/pull/{number}` */
  pullRequestUrl?: string;
}

/** Where people look at commits, files and pull requests, on the hosts that the integrations know. */
export function linksOf(
  url: CloneUrl,
  integrations: ScmIntegrationRegistry,
): RepositoryLinks {
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

function bitbucketServer({ origin, path }: CloneUrl): RepositoryLinks {
  const [project, repo] = path.replace(/^scm\//, '').split('/');
  const page = `${origin}/projects/${project}/repos/${repo}`;
  return {
    commitUrl: `${page}/commits/{hash}`,
    fileUrl: `${page}/browse/{path}?at={branch}`,
    pullRequestUrl: `${page}/pull-requests/{number}`,
  };
}
