/** What the manifests of a service may hold unless the configuration says otherwise: what the templates of the portal write. */
export const MANIFEST_KINDS = [
  'ServiceAccount',
  'Deployment',
  'Service',
  'HorizontalPodAutoscaler',
  'PodDisruptionBudget',
  'ConfigMap',
  'NetworkPolicy',
  'Ingress',
];
