import type { DemoService } from '../../../kubernetes/demo/services';
import { REGISTRY } from '../../../kubernetes/demo/workload';
import type { FileState } from '../DemoFile';

/** A Kustomize overlay: one environment of a service, all regions. */
export function kustomizationText(
  { name, team }: DemoService,
  environment: string,
  { version, replicas, memory, logLevel, note }: FileState,
): string {
  return `${
    note ? `# ${note}\n` : ''
  }apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: ${team}

resources:
- ../../base

images:
- name: ${REGISTRY}/scan-sidecar
  newTag: 1.4.0
- name: ${REGISTRY}/${name}
  newTag: ${version}

replicas:
- name: ${name}
  count: ${replicas}

configMapGenerator:
- name: ${name}
  literals:
  - LOG_LEVEL=${logLevel}
  - ENVIRONMENT=${environment}

patches:
- target: { kind: Deployment, name: ${name} }
  patch: |-
    - op: replace
      path: /spec/template/spec/containers/0/resources/limits/memory
      value: ${memory}
`;
}
