import type { CountOrPercent, Deployment, ReplicaSet } from '../objects';

/** How many pods a ReplicaSet is to have from now on. */
export interface Scaling {
  set: ReplicaSet;
  replicas: number;
}

/** A rollout as it stands. */
export interface Rollout {
  deployment: Deployment;
  newSet: ReplicaSet;
  /** The others, oldest first. */
  oldSets: ReplicaSet[];
}

/** How many pods more, and how many fewer, a rolling update may have, in pods. */
export function margins({ spec }: Deployment): {
  surge: number;
  unavailable: number;
} {
  const { maxSurge = '25%', maxUnavailable = '25%' } =
    spec.strategy.rollingUpdate ?? {};
  const surge = countOf(maxSurge, spec.replicas, Math.ceil);
  const unavailable = countOf(maxUnavailable, spec.replicas, Math.floor);
  return surge || unavailable
    ? { surge, unavailable }
    : { surge, unavailable: 1 };
}

/** A count of pods, or a share of `whole`. */
export function countOf(
  value: CountOrPercent,
  whole: number,
  round: (share: number) => number,
): number {
  return typeof value === 'string' && value.endsWith('%')
    ? round((Number.parseFloat(value) * whole) / 100)
    : Number(value);
}

/** The next step of a rollout: as the deployment controller does it (pkg/controller/deployment/rolling.go, recreate.go). */
export function nextScalings(
  rollout: Rollout,
  /** Whether pods of old sets are still there, be they on their way out. */
  oldPodsRemain: boolean,
): Scaling[] {
  const { deployment, newSet, oldSets } = rollout;
  const wanted = deployment.spec.replicas;
  if (deployment.spec.strategy.type === 'Recreate') {
    const running = oldSets.filter(({ spec }) => spec.replicas > 0);
    if (running.length) return running.map(set => ({ set, replicas: 0 }));
    return oldPodsRemain ? [] : scaleTo(newSet, wanted);
  }
  const growth = growNew(rollout);
  return growth.length ? growth : shrinkOld(rollout);
}

/** While a deployment is paused nothing is rolled out, but what runs follows the wanted number. */
export function pausedScalings(
  { spec }: Deployment,
  sets: ReplicaSet[],
): Scaling[] {
  const running = sets.filter(set => set.spec.replicas > 0);
  const [only] = running.length ? running : sets.slice(-1);
  return running.length > 1 || !only ? [] : scaleTo(only, spec.replicas);
}

function growNew({ deployment, newSet, oldSets }: Rollout): Scaling[] {
  const wanted = deployment.spec.replicas;
  const current = newSet.spec.replicas;
  if (current >= wanted) return scaleTo(newSet, wanted);
  const room = wanted + margins(deployment).surge - total([...oldSets, newSet]);
  return scaleTo(
    newSet,
    current + Math.min(Math.max(room, 0), wanted - current),
  );
}

function shrinkOld({ deployment, newSet, oldSets }: Rollout): Scaling[] {
  const least = deployment.spec.replicas - margins(deployment).unavailable;
  const newUnavailable = newSet.spec.replicas - availableOf(newSet);
  const most = total([...oldSets, newSet]) - least - newUnavailable;
  if (most <= 0) return [];
  const left = new Map(oldSets.map(set => [set, set.spec.replicas]));
  let unhealthyBudget = most;
  for (const set of oldSets) {
    const unhealthy = set.spec.replicas - availableOf(set);
    const fewer = Math.max(0, Math.min(unhealthyBudget, unhealthy));
    left.set(set, set.spec.replicas - fewer);
    unhealthyBudget -= fewer;
  }
  const available = [...oldSets, newSet].reduce(
    (sum, set) => sum + availableOf(set),
    0,
  );
  let budget = Math.max(0, available - least);
  for (const [set, replicas] of left) {
    const fewer = Math.min(budget, replicas);
    left.set(set, replicas - fewer);
    budget -= fewer;
  }
  return [...left].flatMap(([set, replicas]) => scaleTo(set, replicas));
}

function scaleTo(set: ReplicaSet, replicas: number): Scaling[] {
  return set.spec.replicas === replicas ? [] : [{ set, replicas }];
}

function total(sets: ReplicaSet[]): number {
  return sets.reduce((sum, { spec }) => sum + spec.replicas, 0);
}

function availableOf({ status }: ReplicaSet): number {
  return status?.availableReplicas ?? 0;
}
