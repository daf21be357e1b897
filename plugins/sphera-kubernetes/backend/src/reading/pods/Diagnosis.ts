import type { PodState } from '@sphera/plugin-kubernetes-common';
import type {
  ContainerRecord,
  ContainerStateRecord,
  EventRecord,
  PodRecord,
} from '../../fleet/records';

/** What a pod is doing, and what is wrong with it. */
export interface Diagnosis {
  state: PodState;
  /** In words; absent where nothing is. */
  sentence?: string;
  /** When Kubernetes tries again, milliseconds since 1970. */
  retryAt?: number;
}

/** What a pod is judged by. */
export interface PodEvidence {
  pod: PodRecord;
  /** About the pod, the newest first. */
  events: readonly EventRecord[];
  /** Of the pod template. */
  containers: readonly ContainerRecord[];
  /** Milliseconds since 1970. */
  now: number;
}

/** What one container of a pod is judged by. */
export interface ContainerEvidence extends PodEvidence {
  container: ContainerStateRecord;
}
