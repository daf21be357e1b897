import type { Deployment, Drift } from '@sphera/plugin-kubernetes-common';
import type { Fleet } from '@sphera/plugin-fleet-common';
import type {
  AutoscalerRecord,
  DeploymentRecord,
  ReplicaSetRecord,
} from '../../fleet/records';
import type { Undated } from '../place';

/** A deployment with what drift is judged by. */
export interface Running {
  deployment: DeploymentRecord;
  answer: Undated<Deployment>;
  revisions: readonly ReplicaSetRecord[];
  autoscalers: readonly AutoscalerRecord[];
}

/** Drift without how fresh it is. */
export type UndatedDrift = Omit<Drift, 'observedAt'>;

/** What counts as drift. */
export interface DriftRules {
  /** An environment may lag this long behind an earlier one, milliseconds. */
  behindAfter: number;
  /** Whether a variable is meant to differ between clusters. */
  ignoresVariable(name: string): boolean;
}

/** What drift is looked for in. */
export interface DriftContext {
  fleet: Pick<Fleet, 'environments'>;
  rules: DriftRules;
  /** Milliseconds since 1970. */
  now: number;
}
