import type { Cluster } from '../Cluster';
import { timestamp } from '../clock';
import type { Draft, Pod, ReplicaSet } from '../objects';
import { nameSuffix } from '../random';
import { resources } from '../resources';
import { isActive, isReady, readySince } from './pods/podHealth';
import { keyOf, placeOf, WorkQueue } from './WorkQueue';

/** Keeps as many pods of each ReplicaSet as it wants; returns how to stop. */
export function runReplicaSets(cluster: Cluster): () => void {
  const queue = new WorkQueue(key => {
    const set = cluster.store.get(resources.replicaSets, ...placeOf(key));
    if (!set) return;
    keepPods(cluster, set);
    const wait = keepStatus(cluster, set);
    if (wait !== undefined) cluster.clock.after(wait, () => queue.add(key));
  });
  const unsubscribe = cluster.store.onChange(({ resource, object }) => {
    if (resource === resources.replicaSets) queue.add(keyOf(object));
    if (resource === resources.pods) {
      const owner = object.metadata.ownerReferences?.find(
        ({ kind }) => kind === 'ReplicaSet',
      );
      if (owner) queue.add(`${object.metadata.namespace}/${owner.name}`);
    }
  });
  return () => {
    unsubscribe();
    queue.stop();
  };
}

function keepPods(
  { store, random, events, clock }: Cluster,
  set: ReplicaSet,
): void {
  const pods = store.ownedBy(resources.pods, set.metadata.uid).filter(isActive);
  const missing = set.spec.replicas - pods.length;
  const note = (reason: string, message: string) =>
    events.record(set, {
      type: 'Normal',
      reason,
      message,
      component: 'replicaset-controller',
    });
  for (let count = 0; count < missing; count++) {
    const pod = store.put(
      resources.pods,
      newPod(set, `${set.metadata.name}-${nameSuffix(random)}`),
    );
    note('SuccessfulCreate', `Created pod: ${pod.metadata.name}`);
  }
  if (missing >= 0) return;
  for (const pod of pods.sort(leastMissedFirst).slice(0, -missing)) {
    note('SuccessfulDelete', `Deleted pod: ${pod.metadata.name}`);
    endPod({ store, clock }, pod);
  }
}

/** Marks a pod as ending, as deleting it through the API does. */
export function endPod(
  { store, clock }: Pick<Cluster, 'store' | 'clock'>,
  pod: Pod,
): Pod | undefined {
  return store.change(resources.pods, pod, latest => {
    const seconds = latest.spec.terminationGracePeriodSeconds ?? 30;
    return {
      ...latest,
      metadata: {
        ...latest.metadata,
        deletionTimestamp:
          latest.metadata.deletionTimestamp ??
          timestamp(clock.now() + seconds * 1000),
        deletionGracePeriodSeconds: seconds,
      },
    };
  });
}

/** A pod as a ReplicaSet makes it, not scheduled yet. */
export function newPod(
  { metadata, spec }: ReplicaSet,
  name: string,
): Draft<Pod> {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: metadata.namespace,
      labels: spec.template.metadata?.labels,
      ...(spec.template.metadata?.annotations && {
        annotations: spec.template.metadata.annotations,
      }),
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: metadata.name,
          uid: metadata.uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: spec.template.spec,
    status: { phase: 'Pending', qosClass: 'Burstable' },
  };
}

/** @returns after how many milliseconds another pod will count as available, if one will */
function keepStatus(
  { store, clock }: Cluster,
  set: ReplicaSet,
): number | undefined {
  const pods = store.ownedBy(resources.pods, set.metadata.uid).filter(isActive);
  const ready = pods.filter(isReady);
  const patience = (set.spec.minReadySeconds ?? 0) * 1000;
  const waits = ready
    .map(pod => (readySince(pod) ?? 0) + patience - clock.now())
    .filter(wait => patience > 0 && wait > 0);
  const available = ready.length - waits.length;
  store.change(resources.replicaSets, set, latest => ({
    ...latest,
    status: {
      replicas: pods.length,
      ...(pods.length && { fullyLabeledReplicas: pods.length }),
      ...(ready.length && { readyReplicas: ready.length }),
      ...(available && { availableReplicas: available }),
      observedGeneration: latest.metadata.generation,
    },
  }));
  return waits.length ? Math.min(...waits) : undefined;
}

/** Pods that nobody would miss come first: those that do not run, then the youngest. */
function leastMissedFirst(one: Pod, other: Pod): number {
  return (
    Number(isReady(one)) - Number(isReady(other)) ||
    other.metadata.creationTimestamp.localeCompare(
      one.metadata.creationTimestamp,
    )
  );
}
