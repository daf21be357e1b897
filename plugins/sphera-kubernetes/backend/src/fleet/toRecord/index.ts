import type { RecordsByKind, WatchedKind } from '../records';
import { autoscalerRecord } from './autoscaler';
import { deploymentRecord } from './deployment';
import { disruptionBudgetRecord } from './disruptionBudget';
import { eventRecord } from './event';
import type { RawMetadata, RecordTools } from './metadata';
import { podRecord } from './pod';
import { replicaSetRecord } from './replicaSet';

export type { RawMetadata, RecordTools } from './metadata';

/** An object as an API server writes it. */
export interface RawObject {
  metadata?: RawMetadata;
}

/** Turns an object into what stays in memory of it; `undefined` where nothing does. */
export type ToRecord<K extends WatchedKind> = (
  object: RawObject,
  tools: RecordTools,
) => RecordsByKind[K] | undefined;

/** For each kind, what stays in memory of its objects. */
export const toRecord: { [K in WatchedKind]: ToRecord<K> } = {
  deployments: deploymentRecord,
  replicaSets: replicaSetRecord,
  pods: podRecord,
  autoscalers: autoscalerRecord,
  disruptionBudgets: disruptionBudgetRecord,
  events: eventRecord,
};
