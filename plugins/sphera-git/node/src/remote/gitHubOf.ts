import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CloneUrl } from './cloneUrl';
import { hosting } from './hosting';

/** A repository on GitHub. */
export interface GitHubPlace {
  host: string;
  apiBaseUrl: string;
  owner: string;
  repo: string;
}

/** The coordinates of a repository on GitHub; `undefined` where it is elsewhere. */
export function gitHubOf(
  url: CloneUrl,
  integrations: ScmIntegrationRegistry,
): GitHubPlace | undefined {
  const config = hosting(url, integrations.github.list())?.config;
  const [owner, repo, ...more] = url.path.split('/');
  if (!config || !repo || more.length > 0) return undefined;
  const { host, apiBaseUrl = `${url.origin}/api/v3` } = config;
  return { host, apiBaseUrl, owner, repo };
}
