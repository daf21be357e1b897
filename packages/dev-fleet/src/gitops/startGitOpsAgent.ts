import type { KubeConfig } from '@kubernetes/client-node';
import { machineClock, type Clock } from '../kubernetes/clock';
import { Branch } from './Branch';
import { ClusterDeployments } from './ClusterDeployments';
import type { FollowedFile, FollowedRepository } from './FollowedFile';
import { GitOpsAgent } from './GitOpsAgent';

/** From one look at the branches to the next where nobody tells, in milliseconds. */
const LOOK_EVERY = 1_000;

/** Starts to follow branches; the clusters may be stand-ins or real ones. */
export async function startGitOpsAgent({
  repositories,
  files,
  clusters,
  clock = machineClock(),
  onPush,
}: {
  repositories: FollowedRepository[];
  files: FollowedFile[];
  /** How each cluster is reached, with an account that may change deployments. */
  clusters: Record<string, KubeConfig>;
  clock?: Clock;
  /** Tells when a branch has moved, and returns how to stop; absent: the branches are looked at each second. */
  onPush?(listener: () => void): () => void;
}): Promise<GitOpsAgent> {
  const agent = new GitOpsAgent({
    branches: new Map(
      repositories.map(each => [
        each.name,
        new Branch(
          each,
          files.filter(({ repository }) => repository === each.name),
        ),
      ]),
    ),
    clusters: new Map(
      Object.entries(clusters).map(([name, config]) => [
        name,
        new ClusterDeployments(config),
      ]),
    ),
    files,
    clock,
    hear: moved =>
      onPush ? onPush(() => void moved()) : everySecond(moved, clock),
  });
  await agent.begin();
  return agent;
}

function everySecond(look: () => Promise<void>, clock: Clock): () => void {
  let callOff: () => void;
  let isStopped = false;
  const next = () => {
    callOff = clock.after(LOOK_EVERY, async () => {
      await look();
      if (!isStopped) next();
    });
  };
  next();
  return () => {
    isStopped = true;
    callOff();
  };
}
