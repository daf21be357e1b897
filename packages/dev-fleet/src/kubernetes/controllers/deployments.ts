import type { Cluster } from '../Cluster';
import type { Deployment, ReplicaSet } from '../objects';
import { resources } from '../resources';
import { conditionOf } from './conditions';
import { deadlineOf, deploymentStatus } from './deploymentStatus';
import { keepRevision } from './revisions';
import { nextScalings, pausedScalings, type Scaling } from './rollout';
import { hasTemplateOf, revisionOf } from './templates';
import { keyOf, placeOf, WorkQueue } from './WorkQueue';

/** Turns deployments into ReplicaSets, and rolls new ones out; returns how to stop. */
export function runDeployments(cluster: Cluster): () => void {
  const deadlines = new Map<string, () => void>();
  const queue = new WorkQueue(key => {
    const deployment = cluster.store.get(
      resources.deployments,
      ...placeOf(key),
    );
    deadlines.get(key)?.();
    deadlines.delete(key);
    if (!deployment) return;
    const next = reconcile(cluster, deployment);
    const deadline = next && deadlineOf(next);
    if (deadline === undefined) return;
    deadlines.set(
      key,
      cluster.clock.after(Math.max(0, deadline - cluster.clock.now()), () =>
        queue.add(key),
      ),
    );
  });
  const unsubscribe = cluster.store.onChange(({ resource, object }) => {
    if (resource === resources.deployments) queue.add(keyOf(object));
    if (resource === resources.replicaSets) addOwner(queue, object);
    // The end of a pod lets a Recreate go on.
    if (resource === resources.pods && object.metadata.deletionTimestamp) {
      const [owner] = object.metadata.ownerReferences ?? [];
      const set =
        owner &&
        cluster.store.get(
          resources.replicaSets,
          object.metadata.namespace,
          owner.name,
        );
      if (set) addOwner(queue, set);
    }
  });
  return () => {
    unsubscribe();
    queue.stop();
    for (const cancel of deadlines.values()) cancel();
  };
}

function addOwner(
  queue: WorkQueue,
  { metadata }: { metadata: ReplicaSet['metadata'] },
): void {
  const owner = metadata.ownerReferences?.find(
    ({ kind }) => kind === 'Deployment',
  );
  if (owner) queue.add(`${metadata.namespace}/${owner.name}`);
}

function reconcile(
  cluster: Cluster,
  deployment: Deployment,
): Deployment | undefined {
  const { store } = cluster;
  const setsOf = () =>
    store
      .ownedBy(resources.replicaSets, deployment.metadata.uid)
      .sort(
        (one, other) =>
          revisionOf(one) - revisionOf(other) ||
          one.metadata.name.localeCompare(other.metadata.name),
      );
  const current = keepRevision(cluster, deployment, setsOf());
  for (const scaling of scalingsOf(cluster, current, setsOf())) {
    scale(cluster, current, scaling);
  }
  forgetHistory(cluster, current, setsOf());
  const sets = setsOf();
  return store.change(resources.deployments, current, latest => ({
    ...latest,
    status: deploymentStatus(
      latest,
      sets.find(set => hasTemplateOf(set, latest)),
      sets,
      cluster.clock.now(),
    ),
  }));
}

function scalingsOf(
  { store }: Cluster,
  deployment: Deployment,
  sets: ReplicaSet[],
): Scaling[] {
  if (deployment.spec.paused) return pausedScalings(deployment, sets);
  const newSet = sets.find(set => hasTemplateOf(set, deployment));
  if (!newSet) return [];
  const oldSets = sets.filter(set => set !== newSet);
  const oldPodsRemain = oldSets.some(
    ({ metadata }) => store.ownedBy(resources.pods, metadata.uid).length > 0,
  );
  return nextScalings({ deployment, newSet, oldSets }, oldPodsRemain);
}

function scale(
  { store, events }: Cluster,
  deployment: Deployment,
  { set, replicas }: Scaling,
): void {
  const from = set.spec.replicas;
  store.change(resources.replicaSets, set, latest => ({
    ...latest,
    spec: { ...latest.spec, replicas },
  }));
  events.record(deployment, {
    type: 'Normal',
    reason: 'ScalingReplicaSet',
    message: `Scaled ${replicas > from ? 'up' : 'down'} replica set ${
      set.metadata.name
    } from ${from} to ${replicas}`,
    component: 'deployment-controller',
  });
}

/** Takes the oldest sets away that have no pods any more, beyond `revisionHistoryLimit`. */
function forgetHistory(
  { store }: Cluster,
  deployment: Deployment,
  sets: ReplicaSet[],
): void {
  const { spec, status } = deployment;
  const isSettled =
    conditionOf(status?.conditions, 'Progressing')?.reason ===
    'NewReplicaSetAvailable';
  if (!isSettled) return;
  const idle = sets.filter(
    set =>
      set.spec.replicas === 0 &&
      !set.status?.replicas &&
      !hasTemplateOf(set, deployment),
  );
  const surplus = idle.length - (spec.revisionHistoryLimit ?? 10);
  for (const set of idle.slice(0, Math.max(0, surplus))) {
    store.remove(resources.replicaSets, set);
  }
}
