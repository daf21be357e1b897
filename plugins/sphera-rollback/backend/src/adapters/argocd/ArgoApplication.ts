/**
 * An `Application` as Argo CD's API has it, as far as it is read; what is in `status` may be missing while it is new.
 * https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml, and `v1alpha1Application` of the OpenAPI that
 * each server has at `/swagger-ui`.
 */
export interface ArgoApplication {
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec: {
    source?: { targetRevision?: string };
    sources?: Array<{ targetRevision?: string }>;
    syncPolicy?: { automated?: { enabled?: boolean } };
  };
  /** A sync that was asked for and has not begun. */
  operation?: { sync?: { revision?: string } };
  status?: {
    sync?: { status?: string; revision?: string; revisions?: string[] };
    health?: { status?: string; message?: string };
    operationState?: {
      phase?: string;
      message?: string;
      operation?: { sync?: { revision?: string } };
      syncResult?: { revision?: string; revisions?: string[] };
    };
  };
}

/** Whether Argo CD syncs it without being asked. */
export function isAutomatic({ spec }: ArgoApplication): boolean {
  const { automated } = spec.syncPolicy ?? {};
  return Boolean(automated && automated.enabled !== false);
}

/** Whether it is as its sources want it. */
export const isSynced = ({ status }: ArgoApplication): boolean =>
  status?.sync?.status === 'Synced';

/**
 * The application that brings this one, by what Argo CD writes on all that it brings:
 * https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/
 */
export function parentOf({ metadata }: ArgoApplication): string | undefined {
  const { name, labels = {}, annotations = {} } = metadata;
  const [tracked] = (annotations['argocd.argoproj.io/tracking-id'] ?? '').split(
    ':',
  );
  const parent =
    tracked ||
    labels['argocd.argoproj.io/instance'] ||
    labels['app.kubernetes.io/instance'];
  return parent === name ? undefined : parent || undefined;
}
