import { TestDatabases } from '@backstage/backend-test-utils';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import type { makeApp } from '@sphera/dev-fleet';
import type { Knex } from 'knex';
import { type GitHubOfTest, startGitHub } from './startGitHub';
import { type Portal, startPortal } from './startPortal';
import { startRelay } from './startRelay';

// A machine may be many times slower, and each test has git write and read a lot.
jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const toStop: Array<() => Promise<unknown>> = [];

afterEach(async () => {
  for (const stop of toStop.splice(0).reverse()) await stop();
});

/** What a portal is configured with, by capability. */
interface Settings {
  merges?: object;
  locks?: object;
  others?: object;
  token?: string;
}

/** GitHub with some repositories, and a portal that may come and go. */
export interface Scene {
  gitHub: GitHubOfTest;
  /** Starts a portal, or the next one in place of one that stopped: it finds what the other one kept. */
  portal(options?: Settings): Promise<Portal>;
  /** Starts one more beside it: webhooks reach the newest. */
  replica(options?: { merges?: object }): Promise<Portal>;
  /** Nobody hears of GitHub any more. */
  stopPortal(): Promise<void>;
  /** Where GitHub reaches the portal. */
  url: string;
  /** What portals keep, for what no door offers. */
  databases: { locks: Knex; merges: Knex };
}

/** Sets a scene, which is gone at the end of the test. */
export async function startScene(
  repositories: readonly string[] = ['quotes'],
  options: {
    pointsPerMinute?: number;
    /** The portal comes in as this app, in place of a token. */
    app?: ReturnType<typeof makeApp>;
    /** By which the app itself tells the portal. */
    appHook?: { secret: string; events: string[] };
    services?: readonly string[];
    token?: string;
    catalog?: BackendFeature;
    features?: BackendFeature[];
  } = {},
): Promise<Scene> {
  const { app, appHook } = options;
  const relay = await startRelay();
  toStop.push(relay.stop);
  const webhook = appHook && {
    url: `${relay.url}/api/events/http/github`,
    ...appHook,
  };
  const apps = app && [{ ...app.wish, webhook }];
  const gitHub = await startGitHub(repositories, { ...options, apps });
  toStop.push(gitHub.stop);
  const kept = {
    locks: await databases.init('SQLITE_3'),
    merges: await databases.init('SQLITE_3'),
  };
  const running: Portal[] = [];
  toStop.push(async () => {
    for (const each of running.splice(0)) await each.stop();
  });
  const start = async (more: Settings = {}) => {
    const portal = await startPortal({
      gitHub,
      services: options.services ?? repositories,
      url: relay.url,
      databases: kept,
      token: options.token,
      app: app?.config,
      catalog: options.catalog,
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
    databases: kept,
    portal: start,
    replica: start,
    async stopPortal() {
      relay.leadTo(undefined);
      for (const each of running.splice(0)) await each.stop();
    },
  };
}
