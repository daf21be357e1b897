import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CloneUrl } from './cloneUrl';
import type { GitRemote } from '../git/GitSettings';
import { hosting } from './hosting';

/** What the integrations have for a host, for git over HTTP; an app of GitHub has tokens of its own and is not here. */
export function credentialsOf(
  url: CloneUrl,
  integrations: ScmIntegrationRegistry,
): GitRemote['credentials'] {
  const gitHub = hosting(url, integrations.github.list())?.config.token;
  if (gitHub) return { username: 'x-access-token', password: gitHub };
  const gitLab = hosting(url, integrations.gitlab.list())?.config.token;
  if (gitLab) return { username: 'oauth2', password: gitLab };
  return undefined;
}
