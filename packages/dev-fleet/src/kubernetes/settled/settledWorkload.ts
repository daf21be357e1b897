import { timestamp } from '../clock';
import { newReplicaSet } from '../controllers/newReplicaSet';
import { progressing } from '../controllers/deploymentStatus';
import { isReady } from '../controllers/pods/podHealth';
import { REVISION } from '../controllers/templates';
import type {
  Deployment,
  Draft,
  MetricSpec,
  PodTemplate,
  ReplicaSet,
} from '../objects';
import { resources } from '../resources';
import { withDefaults } from '../rules/defaults';
import type { StandInCluster } from '../StandInCluster';
import { applySettledPod } from './settledPod';

/** A deployment with all that belongs to it, as it stands after its rollouts. */
export interface Workload {
  namespace: string;
  name: string;
  labels: Record<string, string>;
  annotations?: Record<string, string>;
  replicas: number;
  strategy?: Deployment['spec']['strategy'];
  /** What was rolled out and when (milliseconds since 1970), the oldest first; the last is wanted now. */
  revisions: Array<{ template: PodTemplate; at: number }>;
  /** The last rollout has got one pod out, which does not become ready, and has passed its deadline. */
  isStuck?: boolean;
  autoscaler?: {
    minReplicas: number;
    maxReplicas: number;
    metrics: MetricSpec[];
  };
  /** How many pods must stay. */
  budget?: { minAvailable?: number | string; maxUnavailable?: number | string };
}

/** Puts a workload into a cluster, settled: nothing moves afterwards by itself. */
export function applyWorkload(
  cluster: StandInCluster,
  workload: Workload,
): Deployment {
  const { namespace, name, labels, annotations, autoscaler, budget } = workload;
  const deployment = cluster.apply<Deployment>(deploymentDraft(workload));
  const meta = { namespace, name, labels, annotations };
  const { revisions } = workload;
  const sets = revisions.map(({ template, at }, index) => {
    const wanted = wantedOf(revisions.length - 1 - index, workload);
    return applySet(cluster, deployment, {
      template,
      at,
      wanted,
      revision: index + 1,
    });
  });
  finish(cluster, deployment, sets, workload);
  if (autoscaler) {
    cluster.apply({
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: {
        ...meta,
        creationTimestamp: deployment.metadata.creationTimestamp,
      },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
        ...autoscaler,
      },
    });
  }
  if (budget) {
    cluster.apply({
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: {
        ...meta,
        creationTimestamp: deployment.metadata.creationTimestamp,
      },
      spec: { ...budget, selector: deployment.spec.selector },
    });
  }
  return deployment;
}

/** How many pods a revision has, by how many newer ones there are. */
function wantedOf(newer: number, { replicas, isStuck }: Workload): number {
  if (isStuck) return [1, replicas][newer] ?? 0;
  return newer === 0 ? replicas : 0;
}

/** The labels of a template by which a deployment finds its pods. */
function selectorOf({ metadata }: PodTemplate) {
  const label = 'app.kubernetes.io/name';
  return { matchLabels: { [label]: metadata?.labels?.[label] ?? '' } };
}

function deploymentDraft(workload: Workload): Draft<Deployment> {
  const {
    namespace,
    name,
    labels,
    annotations,
    revisions,
    replicas,
    strategy,
  } = workload;
  const { template } = revisions[revisions.length - 1];
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      namespace,
      name,
      labels,
      annotations: { ...annotations, [REVISION]: String(revisions.length) },
      creationTimestamp: timestamp(revisions[0].at),
      generation: revisions.length,
    },
    spec: {
      replicas,
      selector: selectorOf(template),
      template,
      strategy: strategy ?? {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
      },
    },
  };
}

function applySet(
  cluster: StandInCluster,
  deployment: Deployment,
  {
    template,
    at,
    wanted,
    revision,
  }: { template: PodTemplate; at: number; wanted: number; revision: number },
): ReplicaSet {
  const { spec } = withDefaults({
    ...deployment,
    spec: { ...deployment.spec, template },
  });
  const draft = newReplicaSet({ ...deployment, spec }, revision);
  const set = cluster.apply<ReplicaSet>({
    ...draft,
    metadata: { ...draft.metadata, creationTimestamp: timestamp(at) },
    spec: { ...draft.spec, replicas: wanted },
  });
  const pods = Array.from({ length: wanted }, (_, index) =>
    // One after the other, as a rollout makes them.
    applySettledPod(cluster, set, at + 1_000 + index * 9_000),
  );
  const ready = pods.filter(isReady).length;
  return cluster.store.put<ReplicaSet>(resources.replicaSets, {
    ...set,
    status: {
      replicas: wanted,
      ...(wanted && { fullyLabeledReplicas: wanted }),
      ...(ready && { readyReplicas: ready, availableReplicas: ready }),
      observedGeneration: set.metadata.generation,
    },
  });
}

function finish(
  cluster: StandInCluster,
  deployment: Deployment,
  sets: ReplicaSet[],
  { isStuck, revisions }: Workload,
): void {
  const sum = (field: 'replicas' | 'readyReplicas') =>
    sets.reduce((count, { status }) => count + (status?.[field] ?? 0), 0);
  const newest = sets[sets.length - 1];
  const { at } = revisions[revisions.length - 1];
  const ready = sum('readyReplicas');
  cluster.store.put<Deployment>(resources.deployments, {
    ...deployment,
    status: {
      observedGeneration: deployment.metadata.generation,
      replicas: sum('replicas'),
      updatedReplicas: newest.status?.replicas,
      ...(ready && { readyReplicas: ready, availableReplicas: ready }),
      ...(sum('replicas') > ready && {
        unavailableReplicas: sum('replicas') - ready,
      }),
      conditions: [
        {
          type: 'Available',
          status: 'True',
          reason: 'MinimumReplicasAvailable',
          message: 'Deployment has minimum availability.',
          lastUpdateTime: deployment.metadata.creationTimestamp,
          lastTransitionTime: deployment.metadata.creationTimestamp,
        },
        isStuck
          ? progressing(
              'ProgressDeadlineExceeded',
              `ReplicaSet "${newest.metadata.name}" has timed out progressing.`,
              at + 600_000,
              'False',
            )
          : progressing(
              'NewReplicaSetAvailable',
              `ReplicaSet "${newest.metadata.name}" has successfully progressed.`,
              at + 40_000,
            ),
      ],
    },
  });
}
