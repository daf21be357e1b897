import type { Deployment, Health } from '@sphera/plugin-kubernetes-common';
import type { DeploymentRecord } from '../fleet/records';
import { counted } from '@sphera/plugin-operations-node';

/**
 * How a rollout stands, by the rules of `kubectl rollout status`; a deployment
 * whose rollout was done stays so when it loses a pod later.
 * @param cannotStart - what keeps the pods of the newest revision from starting, if anything does
 */
export function rolloutOf(
  deployment: DeploymentRecord,
  cannotStart?: string,
): Deployment['rollout'] {
  const { wanted, updated, replicas, available, paused, conditions } =
    deployment;
  const progress = conditions.find(({ type }) => type === 'Progressing');
  const failure = conditions.find(
    ({ type, status }) => type === 'ReplicaFailure' && status === 'True',
  );
  const current = deployment.observedGeneration >= deployment.generation;

  if (wanted === 0) return { state: 'off' };
  if (paused) {
    const sentence = 'Changes wait until somebody resumes the rollout';
    return { state: 'paused', sentence };
  }
  if (!current) return rolling('Kubernetes has yet to look at the last change');
  if (failure) return stuck(`no pod can be created: ${failure.message}`);
  if (progress?.reason === 'ProgressDeadlineExceeded') {
    return stuck(cannotStart ?? 'its new pods were not ready in time');
  }
  const settled =
    updated >= wanted &&
    replicas <= updated &&
    (available >= updated || progress?.reason === 'NewReplicaSetAvailable');
  if (settled) return { state: 'done' };
  if (cannotStart) return stuck(cannotStart);
  if (updated < wanted) {
    return rolling(`${updated} of ${counted(wanted, 'pod')} replaced`);
  }
  if (replicas > updated) {
    return rolling(`${counted(replicas - updated, 'old pod')} yet to end`);
  }
  return rolling(`${available} of ${counted(wanted, 'new pod')} ready`);
}

/** How a deployment is for its users. */
export function healthOf({
  wanted,
  ready,
}: Pick<DeploymentRecord, 'wanted' | 'ready'>): Health {
  if (wanted === 0) return 'off';
  if (ready >= wanted) return 'healthy';
  return ready === 0 ? 'down' : 'degraded';
}

function rolling(sentence: string) {
  return { state: 'rolling' as const, sentence };
}

function stuck(why: string) {
  const reason = why.charAt(0).toLowerCase() + why.slice(1);
  return {
    state: 'stuck' as const,
    sentence: `The rollout does not go on: ${reason}`,
  };
}
