import type { DemoService } from '../../../kubernetes/demo/services';
import { REGISTRY } from '../../../kubernetes/demo/workload';
import type { FileState } from '../DemoFile';

/** A Flux HelmRelease: one environment of a service, all regions. */
export function helmReleaseText(
  { name, team, requests }: DemoService,
  environment: string,
  { version, replicas, memory, logLevel, note }: FileState,
): string {
  return `---
# Flux reads this in every ${environment} cluster.${note ? `\n# ${note}` : ''}
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: ${name}
  namespace: ${team}
spec:
  interval: 5m
  chart:
    spec:
      chart: billing-service
      version: "3.2.0"
      sourceRef: { kind: HelmRepository, name: kestrel, namespace: flux-system }
  install: { remediation: { retries: 3 } }
  upgrade: { remediation: { retries: 3 } }
  values:
    image:
      repository: ${REGISTRY}/${name}
      tag: ${version}
    replicaCount: ${replicas}
    logLevel: ${logLevel}
    resources:
      requests: { cpu: ${requests.cpu}, memory: ${requests.memory} }
      limits: { memory: ${memory} }
`;
}
