import type { DemoCluster } from '../../../kubernetes/demo/clusters';
import type { DemoService } from '../../../kubernetes/demo/services';
import { REGISTRY } from '../../../kubernetes/demo/workload';
import type { FileState } from '../DemoFile';

/** Plain manifests of a service in one cluster. */
export function manifestText(
  { name, team, system, requests, strategy }: DemoService,
  { name: cluster }: DemoCluster,
  { version, replicas, memory, logLevel, note }: FileState,
): string {
  return `# ${name} in ${cluster}${note ? `\n# ${note}` : ''}
apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: ${team}
spec:
  selector:
    app.kubernetes.io/name: ${name}
  ports:
    - { name: http, port: 80, targetPort: http }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${team}
  labels: &labels
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/part-of: ${system}
    backstage.io/kubernetes-id: ${name}
spec:
  replicas: ${replicas}${strategy ? `\n  strategy: { type: ${strategy} }` : ''}
  selector:
    matchLabels:
      app.kubernetes.io/name: ${name}
  template:
    metadata:
      labels: *labels
    spec:
      serviceAccountName: ${name}
      containers:
        - name: ${name}
          image: ${REGISTRY}/${name}:${version}
          ports:
            - { name: http, containerPort: 8080 }
          env:
            - { name: LOG_LEVEL, value: ${logLevel} }
          resources:
            requests: { cpu: ${JSON.stringify(requests.cpu)}, memory: ${
    requests.memory
  } }
            limits: { memory: ${memory} }
`;
}
