import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { JsonObject } from '@backstage/types';
import { parseCloneUrl } from './cloneUrl';
import type { GitHubPlace } from './gitHubOf';

const SLUG = 'github.com/project-slug';
const LOCATIONS = ['backstage.io/source-location', 'backstage.io/view-url'];

/**
 * Where on GitHub the source of a service is: as its annotation `github.com/project-slug` says, on the host that its
 * source location names, else on the first of `integrations.github`; `undefined` where nothing says so.
 */
export function sourceOf(
  annotations: JsonObject,
  integrations: ScmIntegrationRegistry,
): GitHubPlace | undefined {
  const [owner, repo, ...more] = String(annotations[SLUG] ?? '').split('/');
  if (!owner || !repo || more.length > 0) return undefined;
  const all = integrations.github.list().map(({ config }) => config);
  const named = LOCATIONS.map(key => hostIn(String(annotations[key] ?? '')));
  const config = all.find(({ host }) => named.includes(host)) ?? all[0];
  if (!config) return undefined;
  const { host, apiBaseUrl = `https://${host}/api/v3` } = config;
  return { host, apiBaseUrl, owner, repo };
}

function hostIn(location: string): string | undefined {
  return parseCloneUrl(location.replace(/^url:/, ''))?.host;
}
