import type { BackendFeature } from '@backstage/backend-plugin-api';
import { dirname, join } from 'node:path';

const PACKAGE = '@backstage/plugin-events-backend-module-github';

/** What verifies the signatures of GitHub's webhooks. The package brings it by an import that Jest cannot follow, so it is loaded by its place. */
export const eventsFromGitHub: BackendFeature[] = [
  'eventsModuleGithubEventRouter',
  'eventsModuleGithubWebhook',
].map(name => {
  const folder = join(dirname(require.resolve(PACKAGE)), 'service');
  return require(join(folder, `${name}.cjs.js`)).default;
});
