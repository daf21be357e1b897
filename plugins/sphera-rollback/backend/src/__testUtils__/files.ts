/** Values of a Helm chart, with all that people leave in such files. */
export const helmValues = (service: string, version: string) => `# ${service}
replicaCount: 3 # see the autoscaler
image:
  repository: registry.example/${service}
  tag: '${version}' # set by the release bot
  pullPolicy: IfNotPresent

resources: &small
  requests: { cpu: 250m, memory: 256Mi }
sidecar:
  resources: *small
`;

/** An overlay of Kustomize. */
export const kustomization = (
  service: string,
  version: string,
) => `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - ../../base
images:
  - name: registry.example/${service}
    newTag: ${version}
`;

/** Plain manifests, several in a file. */
export const manifest = (service: string, version: string) => `apiVersion: v1
kind: Service
metadata:
  name: ${service}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${service}
spec:
  template:
    spec:
      containers:
        - name: ${service}
          image: registry.example/${service}:${version}
        - name: proxy
          image: registry.example/proxy:1.0.0
`;

/** An application of Argo CD that takes the version as a Helm parameter. */
export const application = (
  service: string,
  version: string,
) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${service}
spec:
  source:
    repoURL: https://charts.example
    helm:
      parameters:
        - name: image.tag
          value: "${version}"
        - name: replicas
          value: "3"
`;
