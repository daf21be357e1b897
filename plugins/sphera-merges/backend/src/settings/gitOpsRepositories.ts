import type { Config } from '@backstage/config';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { gitHubOf, parseCloneUrl } from '@sphera/plugin-git-node';

/**
 * The GitOps repositories on a host, in lower case: those that rollbacks, promotions and creations commit to, and that
 * pipelines do.
 */
export function gitOpsRepositories(
  config: Config,
  host: string,
  integrations: ScmIntegrationRegistry,
): string[] {
  const urls = [
    ...(config.getOptionalConfigArray('sphera.rollback.repositories') ?? []),
    config.getOptionalConfig('sphera.creation.manifests.repository'),
  ].map(each => each?.getOptionalString('url'));
  const names = urls.flatMap(url => {
    const parsed = url === undefined ? undefined : parseCloneUrl(url);
    const place = parsed && gitHubOf(parsed, integrations);
    return place?.host === host
      ? [`${place.owner}/${place.repo}`.toLowerCase()]
      : [];
  });
  return [...new Set(names)];
}
