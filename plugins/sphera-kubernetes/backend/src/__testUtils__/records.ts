import type {
  AutoscalerRecord,
  ContainerRecord,
  ContainerStateRecord,
  DeploymentRecord,
  EventRecord,
  PodRecord,
  ReplicaSetRecord,
} from '../fleet/records';

let count = 0;
const identity = (name: string, namespace = 'selling') => ({
  uid: `uid-${(count += 1)}`,
  namespace,
  name,
  resourceVersion: String(count),
});
const DAY = 24 * 60 * 60_000;

/** When a record of a test was made, unless it says otherwise. */
export const MADE_AT = Date.parse('2026-11-20T12:00:00.000Z');

export const containerOf = (
  more: Partial<ContainerRecord> = {},
): ContainerRecord => ({
  name: 'quotes',
  image: 'registry.example/quotes:4.12.1',
  requests: { cpu: '250m', memory: '256Mi' },
  limits: { memory: '512Mi' },
  variables: { LOG_LEVEL: 'a' },
  ...more,
});

/** A deployment that is well, of the service `quotes`. */
export function deploymentOf(
  more: Partial<DeploymentRecord> = {},
): DeploymentRecord {
  const { name = 'quotes', wanted = 3 } = more;
  return {
    ...identity(name, more.namespace),
    createdAt: MADE_AT - 30 * DAY,
    generation: 1,
    observedGeneration: 1,
    labels: { 'backstage.io/kubernetes-id': 'quotes' },
    podLabels: { app: name },
    selector: { app: name },
    paused: false,
    wanted,
    replicas: wanted,
    updated: wanted,
    ready: wanted,
    available: wanted,
    strategy: { type: 'RollingUpdate', maxSurge: '25%', maxUnavailable: '25%' },
    containers: [containerOf()],
    conditions: [
      { type: 'Progressing', status: 'True', reason: 'NewReplicaSetAvailable' },
    ],
    ...more,
  };
}

/** A revision of a deployment, as it wants it now unless said otherwise. */
export function replicaSetOf(
  deployment: DeploymentRecord,
  more: Partial<ReplicaSetRecord> = {},
): ReplicaSetRecord {
  return {
    ...identity(`${deployment.name}-${count}`, deployment.namespace),
    createdAt: MADE_AT,
    owner: deployment.uid,
    revision: 1,
    images: deployment.containers.map(({ name, image }) => ({
      container: name,
      image,
    })),
    wanted: deployment.wanted,
    ready: deployment.ready,
    ...more,
  };
}

/** How a container is that runs well. */
export const containerStateOf = (
  more: Partial<ContainerStateRecord> = {},
): ContainerStateRecord => ({
  name: 'quotes',
  image: 'registry.example/quotes:4.12.1',
  ready: true,
  restarts: 0,
  state: 'running',
  ...more,
});

/** A pod that is well. */
export const podOf = (more: Partial<PodRecord> = {}): PodRecord => ({
  ...identity(more.name ?? `quotes-7d9f-${count}`, more.namespace),
  createdAt: MADE_AT,
  labels: {},
  phase: 'Running',
  ready: true,
  ending: false,
  node: 'node-1',
  containers: [containerStateOf()],
  ...more,
});

/** An event about a pod. */
export const eventOf = (
  pod: PodRecord,
  more: Partial<EventRecord> = {},
): EventRecord => ({
  ...identity(`${pod.name}.${count}`, pod.namespace),
  about: { kind: 'Pod', name: pod.name, uid: pod.uid },
  warning: true,
  reason: 'BackOff',
  message: 'Back-off restarting failed container',
  count: 1,
  firstAt: MADE_AT,
  lastAt: MADE_AT,
  ...more,
});

/** An autoscaler of the deployment `quotes` with room to both sides. */
export const autoscalerOf = (
  more: Partial<AutoscalerRecord> = {},
): AutoscalerRecord => ({
  ...identity('quotes', more.namespace),
  target: { kind: 'Deployment', name: 'quotes' },
  min: 2,
  max: 6,
  current: 3,
  desired: 3,
  metrics: [{ name: 'cpu', unit: 'percent', current: '40', target: '70' }],
  conditions: [],
  ...more,
});
