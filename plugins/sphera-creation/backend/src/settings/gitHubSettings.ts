import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { GitHubSettings } from './CreationSettings';
import type { WrittenSettings } from './settingsSchema';

/**
 * What the settings say of GitHub, with where its host answers.
 * @param freezeCheck - by which merges are held back there, where they are
 */
export function gitHubSettings(
  { requiredChecks, ...written }: NonNullable<WrittenSettings['github']>,
  integrations: ScmIntegrationRegistry,
  freezeCheck: string | undefined,
): GitHubSettings {
  const { host } = written;
  const api = integrations.github
    .list()
    .find(({ config }) => config.host === host)?.config.apiBaseUrl;
  // A GitHub of a company's own answers calls below the address where people look.
  const own = api?.replace(/\/api\/v3\/?$/, '');
  return {
    ...written,
    origin: own && own !== api ? own : `https://${host}`,
    apiBaseUrl: api ?? `https://${host}/api/v3`,
    requiredChecks: [
      ...new Set([...requiredChecks, ...(freezeCheck ? [freezeCheck] : [])]),
    ],
  };
}
