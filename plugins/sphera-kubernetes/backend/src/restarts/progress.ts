import type { Deployment } from '@sphera/plugin-kubernetes-common';
import type { ClusterSight } from '../fleet/FleetMemory';
import type {
  DeploymentRecord,
  PodRecord,
  ReplicaSetRecord,
} from '../fleet/records';
import { counted, duration } from '@sphera/plugin-operations-node';
import type { RestartStanding, StartedRestart } from './StartedRestart';

/** How long a cluster may take to show a restart that the portal is not sure to have asked for. */
const REACHED_WITHIN_MS = 60_000;
/** How long pods may fail to start: what Kubernetes itself gives a rollout unless told otherwise. */
const START_WITHIN_MS = 600_000;
/** How long a cluster may be silent before nobody waits for its word. */
const SILENT_FOR_MS = 900_000;
/** How long a restart is followed at all. */
const FOLLOWED_FOR_MS = 3_600_000;

const SUPERSEDED =
  'Another rollout of the deployment began before all new pods were ready';

/** A restarted deployment as its cluster was last seen. */
export interface RestartSight {
  sight: ClusterSight;
  /** Absent: the cluster has no such deployment. */
  found?: {
    deployment: DeploymentRecord;
    rollout: Deployment['rollout'];
    /** The newest revision first. */
    revisions: readonly ReplicaSetRecord[];
    pods: readonly PodRecord[];
  };
}

/** How a restart stands that nobody has noted the end of. `now` in milliseconds since 1970. */
export function standingOf(
  restart: StartedRestart,
  { sight, found }: RestartSight,
  now: number,
): RestartStanding {
  const wanted = found?.deployment.wanted ?? 0;
  const pods = { wanted, ready: newPodsReady(restart, found) };
  const as = (state: RestartStanding['state']) => (sentence: string) => ({
    state,
    pods,
    sentence,
  });
  const [rolling, failed] = [as('rolling'), as('failed')];
  const age = now - restart.startedAt;

  if (sight.state !== 'live') {
    const silent = now - (sight.observedAt ?? restart.startedAt);
    const cluster = `The cluster ${
      restart.cluster
    } has not answered for ${duration(silent)}`;
    return silent > SILENT_FOR_MS && age > SILENT_FOR_MS
      ? failed(`${cluster}: how the restart went is not known`)
      : rolling(`${cluster}: how far the restart is will show again then`);
  }
  if (!found) return failed('The deployment was deleted meanwhile');

  const { deployment, rollout } = found;
  if (!isStamped(restart, deployment)) {
    if (restart.generation === undefined) {
      return age > REACHED_WITHIN_MS
        ? failed('The restart never reached the cluster: press restart again')
        : rolling('Waiting to see whether the cluster took it');
    }
    return deployment.generation < restart.generation
      ? rolling('Waiting for the cluster to begin')
      : as('superseded')(SUPERSEDED);
  }
  if (isOvertaken(restart, found)) return as('superseded')(SUPERSEDED);

  const ready = `${pods.ready} of ${counted(wanted, 'new pod')} ready`;
  switch (rollout.state) {
    case 'off':
      return as('done')('No pods are wanted any more');
    case 'done':
      return as('done')(
        `${
          wanted === 1 ? 'The pod was' : `All ${wanted} pods were`
        } replaced in ${duration(age)}`,
      );
    case 'stuck':
      return hasGivenUp(deployment) || age > START_WITHIN_MS
        ? failed(`${ready}. ${rollout.sentence}`)
        : rolling(`${ready}. ${rollout.sentence}`);
    case 'paused':
      return rolling(`${ready}. The rollout was paused meanwhile`);
    default:
      return age > FOLLOWED_FOR_MS
        ? failed(
            `${ready} after ${duration(age)}: the portal follows it no longer`,
          )
        : rolling(`${ready}: ${rollout.sentence}`);
  }
}

/** Kubernetes keeps the stamp to the second. */
function isStamped(restart: StartedRestart, deployment: DeploymentRecord) {
  const second = (at: number) => Math.floor(at / 1_000);
  return (
    deployment.restartedAt !== undefined &&
    second(deployment.restartedAt) === second(restart.startedAt)
  );
}

/** A restart makes one revision; a deploy after it keeps the stamp and makes another one. */
function isOvertaken(
  { revisionBefore }: StartedRestart,
  { revisions: [newest] }: NonNullable<RestartSight['found']>,
): boolean {
  return (
    revisionBefore !== undefined &&
    newest !== undefined &&
    newest.revision > revisionBefore + 1
  );
}

function newPodsReady(
  restart: StartedRestart,
  found: RestartSight['found'],
): number {
  if (!found || !isStamped(restart, found.deployment)) return 0;
  const { deployment, revisions, pods } = found;
  if (deployment.observedGeneration < deployment.generation) return 0;
  const ready = pods.filter(
    pod => pod.owner === revisions[0]?.uid && pod.ready && !pod.ending,
  ).length;
  // The newest revision may still be the old one in memory while the deployment is ahead of it.
  return Math.min(ready, deployment.updated);
}

function hasGivenUp({ conditions }: DeploymentRecord): boolean {
  return conditions.some(({ reason }) => reason === 'ProgressDeadlineExceeded');
}
