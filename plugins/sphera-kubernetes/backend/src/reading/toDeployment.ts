import type { Deployment } from '@sphera/plugin-kubernetes-common';
import type { FleetMemory, OwnedDeployment } from '../fleet/FleetMemory';
import type { PodRecord, ReplicaSetRecord } from '../fleet/records';
import { placeOf, toMoment, Undated } from './place';
import { troubleOf } from './pods/trouble';
import { deployedAt, wantedVersion } from './revisions';
import { healthOf, rolloutOf } from './rollout';
import { safeguardsOf } from './safeguards';

type Memory = Pick<
  FleetMemory,
  'replicaSetsOf' | 'podsOf' | 'eventsOf' | 'autoscalersOf' | 'budgetsOf'
>;

/** What belongs to a deployment. */
export interface Belongings {
  /** The newest first. */
  revisions: readonly ReplicaSetRecord[];
  pods: readonly PodRecord[];
}

/** What belongs to a deployment, looked up. */
export function belongingsOf(
  owned: OwnedDeployment,
  memory: Memory,
): Belongings {
  return {
    revisions: memory.replicaSetsOf(owned),
    pods: memory.podsOf(owned),
  };
}

/** One deployment as answers have it. `now` in milliseconds since 1970. */
export function toDeployment(
  owned: OwnedDeployment,
  memory: Memory,
  now: number,
  { revisions, pods }: Belongings = belongingsOf(owned, memory),
): Undated<Deployment> {
  const { deployment } = owned;
  const since = deployedAt(deployment, revisions);
  // Most deployments are well, and then nobody needs their events.
  const { trouble, cannotStart } = pods.every(
    ({ ready, ending }) => ready && !ending,
  )
    ? { trouble: undefined, cannotStart: undefined }
    : troubleOf(deployment, {
        pods,
        events: memory.eventsOf(owned),
        newest: revisions[0]?.uid,
        now,
      });
  return {
    ...placeOf(owned, deployment),
    version: wantedVersion(deployment),
    images: deployment.containers.map(({ name, image }) => ({
      container: name,
      image,
    })),
    replicas: {
      desired: deployment.wanted,
      ready: deployment.ready,
      updated: deployment.updated,
      available: deployment.available,
    },
    rollout: rolloutOf(deployment, cannotStart),
    health: healthOf(deployment),
    trouble,
    deployedAt: since === undefined ? undefined : toMoment(since),
    gitOps: deployment.gitOps,
    safeguards: safeguardsOf(owned, memory),
  };
}
