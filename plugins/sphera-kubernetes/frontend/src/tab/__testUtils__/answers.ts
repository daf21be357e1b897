import type {
  Autoscaler,
  ClusterEvent,
  DeploymentDetails,
  Drift,
  Pod,
} from '@sphera/plugin-kubernetes-common';

const MINUTE_MS = 60_000;

/** An ISO moment so many minutes before now; after it where negative. */
export const minutesAgo = (minutes: number) =>
  new Date(Date.now() - minutes * MINUTE_MS).toISOString();

const inProductionEu = () => ({
  service: 'component:default/quotes',
  environment: 'production',
  region: 'eu',
  cluster: 'production-eu',
  namespace: 'booking',
  observedAt: minutesAgo(0),
  stale: false,
});

/** A pod that runs. */
export function pod(fields: Partial<Pod> = {}): Pod {
  return {
    ...inProductionEu(),
    name: 'quotes-7d9-abcde',
    deployment: 'quotes',
    version: '4.12.1',
    state: 'running',
    ready: true,
    restarts: 0,
    node: 'node-3',
    createdAt: minutesAgo(180),
    containers: [
      {
        name: 'quotes',
        image: 'registry.example/quotes:4.12.1',
        ready: true,
        restarts: 0,
        state: 'running',
      },
    ],
    ...fields,
  };
}

/** A pod whose container ends again and again. */
export function crashingPod(): Pod {
  return pod({
    name: 'quotes-7d9-crash',
    state: 'crash-looping',
    ready: false,
    restarts: 12,
    sentence:
      'Crash-looping: its container quotes ended with exit code 1, 12 times; next try in about 2 minutes.',
    containers: [
      {
        name: 'quotes',
        image: 'registry.example/quotes:4.12.1',
        ready: false,
        restarts: 12,
        state: 'waiting',
        reason: 'CrashLoopBackOff',
        lastExit: { code: 1, reason: 'Error', at: minutesAgo(2) },
      },
      {
        name: 'proxy',
        image: 'registry.example/proxy:1.2.0',
        ready: true,
        restarts: 0,
        state: 'running',
      },
    ],
  });
}

/** Three pods of two to six, of which ten are allowed. */
export function autoscaler(fields: Partial<Autoscaler> = {}): Autoscaler {
  return {
    ...inProductionEu(),
    name: 'quotes',
    deployment: 'quotes',
    minReplicas: 2,
    maxReplicas: 6,
    currentReplicas: 3,
    desiredReplicas: 3,
    metrics: [{ name: 'cpu', unit: 'percent', current: '71', target: '65' }],
    perPod: { cpuCores: 0.5, memoryBytes: 1024 ** 3 },
    allowed: {
      minReplicas: { from: 2, to: 10 },
      maxReplicas: { from: 3, to: 10 },
      limits: ['At most 10 pods (sphera.kubernetes.guardrails[0].ceiling)'],
    },
    ...fields,
  };
}

/** A healthy deployment in production-eu with one pod and one autoscaler. */
export function details(
  fields: Partial<DeploymentDetails> = {},
): DeploymentDetails {
  return {
    ...inProductionEu(),
    name: 'quotes',
    version: '4.12.1',
    images: [{ container: 'quotes', image: 'registry.example/quotes:4.12.1' }],
    replicas: { desired: 3, ready: 3, updated: 3, available: 3 },
    rollout: { state: 'done' },
    health: 'healthy',
    deployedAt: minutesAgo(3 * 24 * 60),
    createdAt: minutesAgo(100 * 24 * 60),
    strategy: {
      type: 'RollingUpdate',
      maxSurge: '25%',
      maxUnavailable: '25%',
    },
    conditions: [
      { type: 'Available', status: 'True', since: minutesAgo(4320) },
    ],
    containers: [
      {
        name: 'quotes',
        image: 'registry.example/quotes:4.12.1',
        requests: { cpu: '500m', memory: '1Gi' },
        limits: { memory: '2Gi' },
      },
    ],
    history: [
      {
        revision: 7,
        version: '4.12.1',
        images: ['registry.example/quotes:4.12.1'],
        createdAt: minutesAgo(3 * 24 * 60),
        replicas: 3,
        ready: 3,
        current: true,
      },
      {
        revision: 6,
        version: '4.11.0',
        images: ['registry.example/quotes:4.11.0'],
        createdAt: minutesAgo(9 * 24 * 60),
        replicas: 0,
        ready: 0,
        current: false,
      },
    ],
    disruptionBudgets: [
      {
        name: 'quotes',
        disruptionsAllowed: 1,
        currentHealthy: 3,
        desiredHealthy: 2,
      },
    ],
    pods: [pod()],
    autoscalers: [autoscaler()],
    drift: [],
    restartable: { allowed: true },
    ...fields,
  };
}

/** Something that Kubernetes noted about the pod. */
export function event(fields: Partial<ClusterEvent> = {}): ClusterEvent {
  return {
    ...inProductionEu(),
    name: 'quotes.17c',
    deployment: 'quotes',
    about: { kind: 'Pod', name: 'quotes-7d9-abcde' },
    severity: 'normal',
    reason: 'Started',
    message: 'Started container quotes',
    count: 1,
    firstAt: minutesAgo(9),
    lastAt: minutesAgo(9),
    ...fields,
  };
}

/** Production does not run the same everywhere. */
export function versionDrift(): Drift {
  return {
    service: 'component:default/quotes',
    environment: 'production',
    namespace: 'booking',
    name: 'quotes',
    kind: 'version',
    sentence: 'production-us runs 4.11.0, production-eu 4.12.1.',
    clusters: [
      { cluster: 'production-eu', value: '4.12.1' },
      { cluster: 'production-us', value: '4.11.0' },
    ],
    observedAt: minutesAgo(0),
  };
}
