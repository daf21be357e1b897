import type { DemoCluster } from '../../../kubernetes/demo/clusters';
import type { DemoService } from '../../../kubernetes/demo/services';
import type { FileState } from '../DemoFile';

/** An Argo CD application of a service in one cluster. */
export function applicationText(
  { name, team }: DemoService,
  { name: cluster, environment }: DemoCluster,
  { version, replicas, memory, logLevel, note }: FileState,
): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${name}-${cluster}
  namespace: argocd
  labels:
    environment: ${environment}
spec:
  project: billing
  destination:
    name: ${cluster}
    namespace: ${team}
  source:
    repoURL: https://charts.kestrel-parcels.example
    chart: billing-service
    targetRevision: 3.2.0
    helm:
      releaseName: ${name}
      parameters:${note ? `\n        # ${note}` : ''}
        - name: replicaCount
          value: "${replicas}"
        - name: image.tag
          value: "${version}"
          forceString: true
        - name: resources.limits.memory
          value: ${memory}
        - name: logLevel
          value: ${logLevel}
  syncPolicy:
    automated:
      prune: true
      selfHeal: false
    syncOptions:
      - ApplyOutOfSyncOnly=true
`;
}
