import type { DeploymentRecord } from '../records';
import type { RawMetadata } from './metadata';

/**
 * Which GitOps tool would undo a change that was made by hand.
 * Argo CD: https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/ (its default label `app.kubernetes.io/instance`
 * is left out: Helm and others set it too). Flux: https://fluxcd.io/flux/components/kustomize/kustomizations/ and …/helm/helmreleases/.
 */
export function gitOpsOf({
  labels = {},
  annotations = {},
}: RawMetadata = {}): DeploymentRecord['gitOps'] {
  // `<application>:<group>/<kind>:<namespace>/<name>`
  const tracking = annotations['argocd.argoproj.io/tracking-id']?.split(':')[0];
  const argo = tracking || labels['argocd.argoproj.io/instance'];
  if (argo) return { tool: 'argocd', owner: argo };
  for (const kind of ['kustomize', 'helm']) {
    const name = labels[`${kind}.toolkit.fluxcd.io/name`];
    const namespace = labels[`${kind}.toolkit.fluxcd.io/namespace`];
    if (name) {
      return { tool: 'flux', owner: namespace ? `${namespace}/${name}` : name };
    }
  }
  return undefined;
}
