import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  commitTo,
  type RunningGitServer,
  startGitServer,
} from '@sphera/dev-fleet';
import {
  listRollbacks,
  listVersions,
  startRollback,
} from '@sphera/plugin-rollback-common';
import type { Portal } from './startPortal';

const REPOSITORY = 'company/deployments';
const EARLIER = '1.0.0';
const LATER = '1.1.0';
const DAY = 86_400_000;

/** A GitOps repository for tests of the portal, with two versions of one service in production. */
export interface GitOpsOfTest {
  host: RunningGitServer;
  /** Folder of the portal's clones. */
  clones: string;
  /** `sphera.rollback` of the configuration. */
  rollback: object;
  /** A moment at which the earlier version was to run, ISO 8601. */
  earlier: string;
  /** Waits until nothing is under way, in the name of a caller, and the later version is to run; the version to go back to. */
  ready(portal: Portal, caller: string): Promise<string>;
  /** Waits until nothing is under way. */
  untilNothingRuns(portal: Portal, caller: string): Promise<void>;
  /** Id of a rollback that is over. */
  over(portal: Portal, caller: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a git server with the repository, which a token opens. */
export async function startGitOps(
  service: string,
  token = 'portal-on-git-of-a-test-Qn5tVw8x',
): Promise<GitOpsOfTest> {
  const host = await startGitServer({
    repositories: [{ name: REPOSITORY }],
    accounts: [{ login: 'portal', token }],
  });
  const clones = await mkdtemp(join(tmpdir(), 'portal-clones-'));
  const deploy = (version: string, at: number) =>
    commitTo(host.folderOf(REPOSITORY), {
      files: { [`${service}/production.yaml`]: `image:\n  tag: ${version}\n` },
      message: `${service} ${version}`,
      author: { name: 'Release bot', email: 'bot@company.example' },
      at,
    });
  const now = Date.now();
  await deploy(EARLIER, now - 30 * DAY);
  await deploy(LATER, now - 20 * DAY);

  async function ask(portal: Portal, ...asked: Parameters<Portal['ask']>) {
    const response = await portal.ask(...asked);
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  }

  async function untilNothingRuns(portal: Portal, caller: string) {
    for (;;) {
      const running = { state: 'running' as const };
      const { totalItems } = await ask(portal, listRollbacks, running, caller);
      if (totalItems === 0) return;
      await sleep(50);
    }
  }

  async function ready(portal: Portal, caller: string): Promise<string> {
    await untilNothingRuns(portal, caller);
    await deploy(LATER, Date.now());
    for (;;) {
      const asked = { service, environment: 'production' };
      const { current } = await ask(portal, listVersions, asked, caller);
      if (current[0].version === LATER) return EARLIER;
      await sleep(100);
    }
  }

  return {
    host,
    clones,
    rollback: {
      repositories: [
        {
          name: 'deployments',
          url: host.urlOf(REPOSITORY),
          credentials: { username: 'portal', password: token },
        },
      ],
      layouts: [
        {
          repository: 'deployments',
          kind: 'helm',
          file: '{service}/{environment}.yaml',
        },
      ],
      cloneFolder: clones,
      fetchEvery: 'PT1S',
      rollOutLimit: 'PT2S',
    },
    earlier: new Date(now - 25 * DAY).toISOString(),
    ready,
    untilNothingRuns,
    async over(portal, caller) {
      const version = await ready(portal, caller);
      const wish = {
        service,
        environment: 'production',
        version,
        reason: 'to have one',
        lock: false,
      };
      const { id } = await ask(portal, startRollback, wish, caller);
      await untilNothingRuns(portal, caller);
      return id;
    },
    async stop() {
      await host.stop();
      await rm(clones, { recursive: true, force: true });
    },
  };
}
