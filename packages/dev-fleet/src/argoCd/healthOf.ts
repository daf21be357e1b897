import type { Deployment } from '../kubernetes/objects';

/** How an application is, as Argo CD says. */
export interface Health {
  status: 'Healthy' | 'Progressing' | 'Degraded' | 'Suspended' | 'Missing';
  message?: string;
}

/** The health of a Deployment as Argo CD sees it: https://argo-cd.readthedocs.io/en/stable/operator-manual/health/ */
export function healthOf(deployment: Deployment | undefined): Health {
  if (!deployment) return { status: 'Missing' };
  const { metadata, spec, status = {} } = deployment;
  if (spec.paused) return { status: 'Suspended', message: 'It is paused' };
  const progressing = (message: string): Health => ({
    status: 'Progressing',
    message: `Waiting for rollout to finish: ${message}`,
  });
  if ((status.observedGeneration ?? 0) < (metadata.generation ?? 0)) {
    return progressing(
      'observed deployment generation less than desired generation',
    );
  }
  const isLate = status.conditions?.some(
    ({ reason }) => reason === 'ProgressDeadlineExceeded',
  );
  if (isLate) {
    return {
      status: 'Degraded',
      message: `Deployment "${metadata.name}" exceeded its progress deadline`,
    };
  }
  const { replicas = 0, updatedReplicas = 0, availableReplicas = 0 } = status;
  const wanted = spec.replicas ?? 1;
  if (updatedReplicas < wanted) {
    return progressing(
      `${updatedReplicas} out of ${wanted} new replicas have been updated...`,
    );
  }
  if (replicas > updatedReplicas) {
    return progressing(
      `${replicas - updatedReplicas} old replicas are pending termination...`,
    );
  }
  if (availableReplicas < updatedReplicas) {
    return progressing(
      `${availableReplicas} of ${updatedReplicas} updated replicas are available...`,
    );
  }
  return { status: 'Healthy' };
}
