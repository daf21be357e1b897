import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  commitTo,
  type KubernetesStandIn,
  startKubernetesStandIn,
} from '@sphera/dev-fleet';
import { giveHistory } from './givenHistory';
import { makeNeighbours, type Neighbours } from './neighbours';
import { DANA_IN_GIT } from './people';
import { runInClusters } from './runInClusters';
import { CLUSTERS, TOKENS } from './settings';
import { startAgent } from './startAgent';

/** A commit of a test. */
export interface Push {
  files: Record<string, string | null>;
  message: string;
  author?: { name: string; email: string };
  /** When; now if absent. */
  daysAgo?: number;
}

const DAY = 86_400_000;

/** All that is around the portal, on one port of this machine. */
export interface World extends Omit<Neighbours, 'all' | 'repositories'> {
  url: string;
  /** Where the portal keeps its clones. */
  cloneFolder: string;
  kubernetes: KubernetesStandIn;
  /** The bare folder of `deployments` or `billing-deployments`. */
  folderOf(repository: string): string;
  /** Commits to `main`, as somebody who does not use the portal; the new hash. */
  push(repository: string, push: Push): Promise<string>;
  stop(): Promise<void>;
}

/** Starts it, with a history in Git and the newest versions in the clusters. */
export async function startWorld(
  options: {
    /** How many times faster pods start. */
    speed?: number;
    /** Whether the clusters follow Git, of `payments` through Argo CD. */
    follows?: boolean;
  } = {},
): Promise<World> {
  const { all, repositories, ...neighbours } = await makeNeighbours();
  const folderOf = (repository: string) => {
    const found = repositories.get(`kestrel-parcels/${repository}`);
    if (!found) throw new Error(`There is no repository "${repository}"`);
    return found.folder;
  };
  await giveHistory(folderOf);
  const kubernetes = await startKubernetesStandIn({
    clusters: CLUSTERS.map(({ name }) => name),
    accounts: [{ token: TOKENS.clusters, user: 'portal' }],
    speed: options.speed ?? 40,
    fill: runInClusters,
    neighbours: all,
  });
  const agent = options.follows
    ? await startAgent({ ...neighbours, repositories, kubernetes })
    : undefined;
  const cloneFolder = await mkdtemp(join(tmpdir(), 'rollback-clones-'));
  return {
    ...neighbours,
    url: kubernetes.url,
    cloneFolder,
    kubernetes,
    folderOf,
    async push(repository, { author = DANA_IN_GIT, daysAgo = 0, ...commit }) {
      const at = Date.now() - daysAgo * DAY;
      const folder = folderOf(repository);
      const hash = await commitTo(folder, { ...commit, author, at });
      repositories.pushed(`kestrel-parcels/${repository}`, 'main');
      return hash;
    },
    async stop() {
      await agent?.stop();
      neighbours.argoCd.stop();
      await kubernetes.stop();
      await repositories.remove();
      await rm(cloneFolder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
