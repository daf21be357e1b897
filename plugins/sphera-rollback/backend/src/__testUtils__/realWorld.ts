import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  RealCluster,
  startGitOpsAgent,
  startNeighbours,
} from '@sphera/dev-fleet';
import { FOLLOWED } from './followedFiles';
import { giveHistory } from './givenHistory';
import { makeNeighbours } from './neighbours';
import { runInRealCluster } from './runInRealCluster';
import { CLUSTERS, portalConfig } from './settings';

/** Which of the clusters for tests plays which of the portal's. */
const CONTEXTS: Record<string, string> = {
  'production-eu': 'region-a',
  'production-us': 'region-b',
};

/** What is around a portal whose clusters are real. */
export type RealWorld = Awaited<ReturnType<typeof startRealWorld>>;

/**
 * Two real clusters that obey locks, with the newest versions running; Git over HTTP with its history, which they follow;
 * Slack's stand-in.
 */
export async function startRealWorld() {
  const { repositories, all, slack } = await makeNeighbours();
  const folderOf = (name: string) =>
    repositories.get(`kestrel-parcels/${name}`)!.folder;
  await giveHistory(folderOf);
  const neighbours = await startNeighbours(all);
  const cloneFolder = await mkdtemp(join(tmpdir(), 'rollback-clones-'));
  const clusters = realClusters();
  for (const cluster of Object.values(clusters)) {
    await cluster.install();
    await runInRealCluster(cluster);
  }
  const agent = await startGitOpsAgent({
    repositories: [
      {
        name: 'deployments',
        branch: 'main',
        folder: folderOf('deployments'),
      },
    ],
    files: followedBy(clusters),
    clusters: Object.fromEntries(
      Object.entries(clusters).map(([name, cluster]) => [
        name,
        cluster.administrator(),
      ]),
    ),
    onPush: listener => repositories.onPush(listener),
  });
  return {
    clusters,
    agent,
    slack,
    folderOf,
    /** The configuration of a portal in front of it. */
    config: await configOf({ url: neighbours.url, cloneFolder }, clusters),
    async stop() {
      await agent.stop();
      await neighbours.stop();
      await repositories.remove();
      for (const cluster of Object.values(clusters)) await cluster.remove();
      await rm(cloneFolder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function realClusters(): Record<string, RealCluster> {
  const id = randomBytes(4).toString('hex');
  const manifests = resolvePackagePath(
    '@sphera/plugin-kubernetes-backend',
    'manifests',
  );
  return Object.fromEntries(
    Object.entries(CONTEXTS).map(([name, context]) => [
      name,
      new RealCluster(context, id, manifests),
    ]),
  );
}

/** What is followed elsewhere too, but for Argo CD, in the namespace of this test. */
function followedBy(clusters: Record<string, RealCluster>) {
  return FOLLOWED.filter(
    ({ application, deployments }) =>
      !application && deployments.every(({ cluster }) => clusters[cluster]),
  ).map(file => ({
    ...file,
    deployments: file.deployments.map(place => ({
      ...place,
      namespace: clusters[place.cluster].workloads,
    })),
  }));
}

async function configOf(
  addresses: Parameters<typeof portalConfig>[0],
  clusters: Record<string, RealCluster>,
): Promise<object> {
  const config: any = portalConfig(addresses, { argoCd: [] });
  const reached = await Promise.all(
    CLUSTERS.filter(({ name }) => clusters[name]).map(async cluster => ({
      ...cluster,
      ...(await clusters[cluster.name].access()),
    })),
  );
  const [{ system: namespace }] = Object.values(clusters);
  return {
    ...config,
    sphera: {
      ...config.sphera,
      fleet: { ...config.sphera.fleet, clusters: reached },
      kubernetes: { clusterLocks: { namespace } },
    },
  };
}
