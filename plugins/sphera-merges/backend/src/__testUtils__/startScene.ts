import { TestDatabases } from '@backstage/backend-test-utils';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import { type GitHubOfTest, startGitHub } from './startGitHub';
import { type Portal, startPortal } from './startPortal';
import { startRelay } from './startRelay';

// A machine may be many times slower, and each test has git write and read a lot.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const toStop: Array<() => Promise<unknown>> = [];

afterEach(async () => {
  for (const stop of toStop.splice(0).reverse()) await stop();
});

/** GitHub with some repositories, and a portal that may come and go. */
export interface Scene {
  gitHub: GitHubOfTest;
  /** Starts a portal, or the next one in place of one that stopped: it finds what the other one kept. */
  portal(options?: { merges?: object; locks?: object }): Promise<Portal>;
  /** Starts one more beside it: webhooks reach the newest. */
  replica(options?: { merges?: object }): Promise<Portal>;
  /** Nobody hears of GitHub any more. */
  stopPortal(): Promise<void>;
  /** Where GitHub reaches the portal. */
  url: string;
}

/** Sets a scene, which is gone at the end of the test. */
export async function startScene(
  repositories: readonly string[] = ['quotes'],
  options: {
    pointsPerMinute?: number;
    services?: readonly string[];
    token?: string;
    features?: BackendFeature[];
  } = {},
): Promise<Scene> {
  const gitHub = await startGitHub(repositories, options);
  toStop.push(gitHub.stop);
  const relay = await startRelay();
  toStop.push(relay.stop);
  const kept = {
    locks: await databases.init('SQLITE_3'),
    merges: await databases.init('SQLITE_3'),
  };
  const running: Portal[] = [];
  toStop.push(async () => {
    for (const each of running.splice(0)) await each.stop();
  });
  const start = async (more: { merges?: object; locks?: object } = {}) => {
    const portal = await startPortal({
      gitHub,
      services: options.services ?? repositories,
      url: relay.url,
      databases: kept,
      token: options.token,
      features: options.features,
      ...more,
    });
    running.push(portal);
    relay.leadTo(portal.port);
    return portal;
  };
  return {
    gitHub,
    url: relay.url,
    portal: start,
    replica: start,
    async stopPortal() {
      relay.leadTo(undefined);
      for (const each of running.splice(0)) await each.stop();
    },
  };
}
