import { timestamp } from '../kubernetes/clock';
import type { Health } from './healthOf';
import type { SyncedApplication, SyncOperation } from './SyncedApplication';

/** An application as Argo CD's API has it, as far as it is used; see `v1alpha1Application` of its OpenAPI. */
export function applicationBody(
  application: SyncedApplication,
  { health, origin }: { health: Health; origin: string },
): object {
  const { state, name, operation, problem, isAutomatic } = application;
  const source = {
    repoURL: `${origin}/${state.repository}.git`,
    path: state.file.slice(0, state.file.lastIndexOf('/')),
    targetRevision: 'main',
    helm: { parameters: [{ name: 'image.tag', value: state.desired }] },
  };
  const destination = { name: state.cluster, namespace: state.namespace };
  return {
    metadata: {
      name,
      namespace: 'argocd',
      ...(state.parent && {
        annotations: {
          'argocd.argoproj.io/tracking-id': `${state.parent}:argoproj.io/Application:argocd/${name}`,
        },
      }),
    },
    spec: {
      project: 'default',
      source,
      destination,
      syncPolicy: {
        ...(isAutomatic && { automated: { prune: true } }),
        retry: { limit: -1, backoff: { duration: '5s', factor: 1 } },
      },
    },
    status: {
      sync: {
        status: problem ? 'Unknown' : state.sync,
        revision: state.revision,
        comparedTo: { source, destination },
      },
      health,
      ...(problem && {
        conditions: [{ type: 'ComparisonError', message: problem }],
      }),
      ...(operation && { operationState: operationState(operation) }),
      reconciledAt: timestamp(application.reconciledAt),
    },
  };
}

function operationState(operation: SyncOperation): object {
  const { phase, message, revision, by, startedAt, finishedAt } = operation;
  return {
    operation: {
      sync: { revision },
      initiatedBy: by ? { username: by } : { automated: true },
    },
    phase,
    message,
    startedAt: timestamp(startedAt),
    ...(finishedAt !== undefined && { finishedAt: timestamp(finishedAt) }),
    ...(operation.retries > 0 && { retryCount: operation.retries }),
    syncResult: { revision },
  };
}
