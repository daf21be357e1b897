import type { KubeConfig } from '@kubernetes/client-node';
import { machineClock, type Clock } from '../../kubernetes/clock';
import { Branch } from '../Branch';
import type { FollowedRepository } from '../FollowedFile';
import { ClusterObjects } from './ClusterObjects';
import { ClusterSync } from './ClusterSync';
import { ManifestAgent } from './ManifestAgent';

/** Starts to follow the manifests of a repository; the clusters may be stand-ins or real ones. */
export async function startManifestAgent({
  repository,
  clusters,
  clock = machineClock(),
  ...rest
}: {
  repository: FollowedRepository;
  /** Above all that is followed: `services`. */
  folder: string;
  /** Names of the clusters that a file is for; none: it is for nobody. */
  clustersOf(path: string): string[];
  /** How each cluster is reached, with an account that may change what is in it. */
  clusters: Record<string, KubeConfig>;
  clock?: Clock;
  /** Tells when a branch has moved, and returns how to stop. */
  onPush(listener: () => void): () => void;
}): Promise<ManifestAgent> {
  const agent = new ManifestAgent({
    ...rest,
    branch: new Branch(repository, []),
    repository: repository.folder,
    clusters: new Map(
      Object.entries(clusters).map(([name, config]) => [
        name,
        new ClusterSync(new ClusterObjects(config), clock),
      ]),
    ),
    hear: moved => rest.onPush(() => void moved()),
  });
  await agent.begin();
  return agent;
}
