import type { ArgoCdStandIn } from '../argoCd/ArgoCdStandIn';
import type { AwsStandIn } from '../aws/AwsStandIn';
import { asNeighbour as gitAsNeighbour } from '../git/asNeighbour';
import { makeDemoRepositories } from '../git/demo/makeDemoRepositories';
import { releaseNext } from '../git/demo/releaseNext';
import { GitServer } from '../git/GitServer';
import { DEMO_GITHUB_ACCOUNTS, demoGitHub } from '../gitHub/demoGitHub';
import type { Clock } from '../kubernetes/clock';
import type { Release } from '../kubernetes/demo/Movement';
import type { Neighbour } from '../kubernetes/Neighbour';
import type { KubernetesStandIn } from '../kubernetes/startKubernetesStandIn';
import type { RegistryStandIn } from '../registry/RegistryStandIn';
import { demoPipelines } from './demoPipelines';
import { followDemoManifests } from './followDemoManifests';
import { followDemoRepositories } from './followDemoRepositories';
import { makeSources } from './makeSources';

/** The way of a change in the demo company, from its repositories to its clusters. */
export interface DemoDelivery {
  /** Git, GitHub, and the pipelines. */
  neighbours: Neighbour[];
  /** Brings a new version of a service, by a commit. */
  release: Release;
  /** Has the clusters follow the repositories. */
  follow(fleet: KubernetesStandIn): Promise<void>;
  stop(): Promise<void>;
  /** Removes the repositories. */
  remove(): Promise<void>;
}

/** Makes the repositories of the demo company, and all that works with them. */
export async function demoDelivery({
  aws,
  registry,
  argoCd,
  clock,
  gitOpsToken,
}: {
  aws: AwsStandIn;
  registry: RegistryStandIn;
  argoCd: ArgoCdStandIn;
  /** Of the pipelines. */
  clock: Clock;
  /** Of an account that may change what is in the clusters. */
  gitOpsToken: string;
}): Promise<DemoDelivery> {
  const now = Date.now();
  const repositories = await makeDemoRepositories(now);
  const gitHub = demoGitHub(repositories);
  await makeSources(repositories, gitHub, now);
  let origin = '';
  const pipelines = demoPipelines({
    repositories,
    gitHub,
    aws,
    registry,
    clock,
    origin: () => origin,
  });
  const running: Array<{ stop(): Promise<void> }> = [pipelines];
  return {
    neighbours: [
      pipelines,
      gitAsNeighbour(new GitServer(repositories, DEMO_GITHUB_ACCOUNTS)),
      gitHub,
    ],
    release: (service, cluster) =>
      void releaseNext(repositories, { service, cluster, at: Date.now() })
        .then(version => version && registry.push(service, version))
        // Somebody pushed at the same moment: there is a next time.
        .catch(() => {}),
    async follow(fleet) {
      origin = fleet.url;
      const wish = { repositories, fleet, gitOpsToken };
      running.push(await followDemoRepositories({ ...wish, argoCd }));
      running.push(await followDemoManifests(wish));
    },
    async stop() {
      for (const each of running) await each.stop();
    },
    remove: () => repositories.remove(),
  };
}
