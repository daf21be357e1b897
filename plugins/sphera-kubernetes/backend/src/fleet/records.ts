/**
 * What stays in memory of each object of a cluster: only what is shown or judged.
 * Times are milliseconds since 1970; names are those of Kubernetes.
 */
import type { LabelSelector } from './LabelSelector';

/** What every record has. */
export interface ObjectRecord {
  uid: string;
  namespace: string;
  name: string;
  resourceVersion: string;
}

/** Quantities as Kubernetes writes them: `500m`, `1Gi`. */
export interface Quantities {
  cpu?: string;
  memory?: string;
}

/** One container of a pod template. */
export interface ContainerRecord {
  name: string;
  image: string;
  requests: Quantities;
  limits: Quantities;
  /** Name of each environment variable with a fingerprint of where its value comes from; never the value. */
  variables: Record<string, string>;
}

export interface DeploymentRecord extends ObjectRecord {
  createdAt: number;
  generation: number;
  observedGeneration: number;
  /** Of the deployment itself and of its pod template, as far as conventions name services by them. */
  labels: Record<string, string>;
  podLabels: Record<string, string>;
  selector: Record<string, string>;
  gitOps?: { tool: 'argocd' | 'flux'; owner: string };
  paused: boolean;
  wanted: number;
  replicas: number;
  updated: number;
  ready: number;
  available: number;
  strategy: { type: string; maxSurge?: string; maxUnavailable?: string };
  containers: ContainerRecord[];
  /** `kubectl.kubernetes.io/restartedAt` of the pod template. */
  restartedAt?: number;
  conditions: Array<{
    type: string;
    status: string;
    reason?: string;
    message?: string;
    since?: number;
  }>;
}

export interface ReplicaSetRecord extends ObjectRecord {
  createdAt: number;
  /** uid of its deployment. */
  owner?: string;
  /** `deployment.kubernetes.io/revision`. */
  revision: number;
  images: Array<{ container: string; image: string }>;
  wanted: number;
  ready: number;
  /** `app.kubernetes.io/version` of its pod template. */
  versionLabel?: string;
}

/** How one container of a pod is. */
export interface ContainerStateRecord {
  name: string;
  image: string;
  ready: boolean;
  restarts: number;
  state: 'running' | 'waiting' | 'terminated';
  reason?: string;
  message?: string;
  lastExit?: { reason?: string; code: number; at?: number };
  /** An init container (they follow the others) that has not done its work, or runs beside them. */
  init?: boolean;
}

export interface PodRecord extends ObjectRecord {
  createdAt: number;
  /** uid of its ReplicaSet. */
  owner?: string;
  labels: Record<string, string>;
  phase: string;
  ready: boolean;
  ending: boolean;
  node?: string;
  /** Why it is not scheduled, or failed as a whole. */
  reason?: string;
  message?: string;
  containers: ContainerStateRecord[];
}

export interface AutoscalerRecord extends ObjectRecord {
  target: { kind: string; name: string };
  gitOps?: { tool: 'argocd' | 'flux'; owner: string };
  min: number;
  max: number;
  current: number;
  desired: number;
  metrics: Array<{
    name: string;
    unit: 'percent' | 'quantity';
    current?: string;
    target: string;
  }>;
  conditions: Array<{
    type: string;
    status: string;
    reason?: string;
    message?: string;
  }>;
}

export interface DisruptionBudgetRecord extends ObjectRecord {
  /** Labels that its pods have; none: all pods of the namespace. */
  selector: Record<string, string>;
  /** Further conditions on the labels of its pods. */
  expressions?: LabelSelector;
  disruptionsAllowed: number;
  currentHealthy: number;
  desiredHealthy: number;
}

export interface EventRecord extends ObjectRecord {
  about: { kind: string; name: string; uid?: string };
  warning: boolean;
  reason: string;
  message: string;
  count: number;
  firstAt: number;
  lastAt: number;
}

/** The kinds that are watched, with their records. */
export interface RecordsByKind {
  deployments: DeploymentRecord;
  replicaSets: ReplicaSetRecord;
  pods: PodRecord;
  autoscalers: AutoscalerRecord;
  disruptionBudgets: DisruptionBudgetRecord;
  events: EventRecord;
}

export type WatchedKind = keyof RecordsByKind;
