import { randomBytes } from 'node:crypto';

const RANDOM = randomBytes(4).toString('hex');

/** The namespace that the contract is tried in. */
export const NAMESPACE = `sphera-contract-${RANDOM}`;

/** A deployment of two pods, as somebody applies it. */
export const deployment = (name: string, changes: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: NAMESPACE, labels: { app: name } },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: {
        containers: [
          {
            name: 'api',
            image: `registry.example/${name}:1.0.0`,
            env: [{ name: 'PRICE', value: 'a-value-that-must-not-be-kept' }],
          },
        ],
      },
    },
    ...changes,
  },
});

/** An autoscaler of it. */
export const autoscaler = (name: string) => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name, namespace: NAMESPACE },
  spec: {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
    minReplicas: 2,
    maxReplicas: 5,
  },
});

/** A disruption budget for its pods. */
export const budget = (name: string) => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name, namespace: NAMESPACE },
  spec: { minAvailable: 1, selector: { matchLabels: { app: name } } },
});
