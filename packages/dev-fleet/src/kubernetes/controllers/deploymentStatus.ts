import { timestamp } from '../clock';
import type { Condition, Deployment, ReplicaSet } from '../objects';
import { conditionOf, withCondition } from './conditions';
import { margins } from './rollout';

type Status = NonNullable<Deployment['status']>;

/** The status of a deployment, from its sets (pkg/controller/deployment/sync.go, progress.go). */
export function deploymentStatus(
  deployment: Deployment,
  newSet: ReplicaSet | undefined,
  sets: ReplicaSet[],
  now: number,
): Status {
  const sum = (field: 'replicas' | 'readyReplicas' | 'availableReplicas') =>
    sets.reduce((count, { status }) => count + (status?.[field] ?? 0), 0);
  const available = sum('availableReplicas');
  const wanted = deployment.spec.replicas;
  const counts = {
    observedGeneration: deployment.metadata.generation,
    replicas: sum('replicas'),
    updatedReplicas: newSet?.status?.replicas ?? 0,
    readyReplicas: sum('readyReplicas'),
    availableReplicas: available,
    unavailableReplicas: Math.max(
      0,
      sets.reduce((count, { spec }) => count + spec.replicas, 0) - available,
    ),
  };
  const enough =
    available >=
    wanted -
      (deployment.spec.strategy.type === 'Recreate'
        ? 0
        : margins(deployment).unavailable);
  const conditions = withCondition(deployment.status?.conditions, {
    type: 'Available',
    status: enough ? 'True' : 'False',
    reason: enough ? 'MinimumReplicasAvailable' : 'MinimumReplicasUnavailable',
    message: `Deployment ${
      enough ? 'has' : 'does not have'
    } minimum availability.`,
    ...unchangedTimes(deployment, 'Available', enough, now),
  });
  const status = withoutZeros({ ...counts, conditions });
  const progress = progressOf(deployment, newSet, counts, now);
  return progress
    ? { ...status, conditions: withCondition(conditions, progress) }
    : status;
}

/** When a rollout that makes no headway passes its deadline, in milliseconds since 1970. */
export function deadlineOf({ spec, status }: Deployment): number | undefined {
  const progress = conditionOf(status?.conditions, 'Progressing');
  const isWaiting =
    progress?.status === 'True' && progress.reason !== 'NewReplicaSetAvailable';
  if (!isWaiting || !progress.lastUpdateTime || spec.paused) return undefined;
  return (
    Date.parse(progress.lastUpdateTime) +
    (spec.progressDeadlineSeconds ?? 600) * 1000
  );
}

/** The `Progressing` condition with this reason. */
export function progressing(
  reason: string,
  message: string,
  now: number,
  status: Condition['status'] = 'True',
): Condition {
  return {
    type: 'Progressing',
    status,
    reason,
    message,
    lastUpdateTime: timestamp(now),
    lastTransitionTime: timestamp(now),
  };
}

function progressOf(
  deployment: Deployment,
  newSet: ReplicaSet | undefined,
  counts: Status,
  now: number,
): Condition | undefined {
  const { spec, status: before = {} } = deployment;
  const current = conditionOf(before.conditions, 'Progressing');
  if (spec.paused || !newSet) return undefined;
  const {
    replicas = 0,
    updatedReplicas = 0,
    readyReplicas = 0,
    availableReplicas = 0,
  } = counts;
  const complete =
    updatedReplicas === spec.replicas &&
    replicas === spec.replicas &&
    availableReplicas === spec.replicas;
  if (
    current?.reason === 'NewReplicaSetAvailable' &&
    replicas === updatedReplicas
  ) {
    return undefined;
  }
  if (complete) {
    return progressing(
      'NewReplicaSetAvailable',
      `ReplicaSet "${newSet.metadata.name}" has successfully progressed.`,
      now,
    );
  }
  const moved =
    updatedReplicas > (before.updatedReplicas ?? 0) ||
    replicas - updatedReplicas <
      (before.replicas ?? 0) - (before.updatedReplicas ?? 0) ||
    readyReplicas > (before.readyReplicas ?? 0) ||
    availableReplicas > (before.availableReplicas ?? 0);
  if (moved) {
    return progressing(
      'ReplicaSetUpdated',
      `ReplicaSet "${newSet.metadata.name}" is progressing.`,
      now,
    );
  }
  const deadline = deadlineOf(deployment);
  return deadline !== undefined && deadline <= now
    ? progressing(
        'ProgressDeadlineExceeded',
        `ReplicaSet "${newSet.metadata.name}" has timed out progressing.`,
        now,
        'False',
      )
    : undefined;
}

function unchangedTimes(
  { status }: Deployment,
  type: string,
  isTrue: boolean,
  now: number,
) {
  const current = conditionOf(status?.conditions, type);
  const same = current?.status === (isTrue ? 'True' : 'False');
  const at = timestamp(now);
  return {
    lastUpdateTime: same ? current.lastUpdateTime : at,
    lastTransitionTime: same ? current.lastTransitionTime : at,
  };
}

/** Counts that are zero are left out, as in Go's JSON. */
function withoutZeros(status: Status): Status {
  return Object.fromEntries(
    Object.entries(status).filter(([, value]) => value !== 0),
  );
}
