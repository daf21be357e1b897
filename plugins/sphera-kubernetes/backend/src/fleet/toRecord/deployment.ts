import type { DeploymentRecord } from '../records';
import { containerRecords, RawContainer } from './containers';
import { gitOpsOf } from './gitOps';
import { objectRecord, RawMetadata, RecordTools, timeOf } from './metadata';

/** A Deployment of apps/v1, as far as it is read here. */
export interface RawDeployment {
  metadata?: RawMetadata;
  spec?: {
    replicas?: number;
    paused?: boolean;
    selector?: { matchLabels?: Record<string, string> };
    strategy?: {
      type?: string;
      rollingUpdate?: {
        maxSurge?: string | number;
        maxUnavailable?: string | number;
      };
    };
    template?: {
      metadata?: RawMetadata;
      spec?: { containers?: RawContainer[] };
    };
  };
  status?: {
    observedGeneration?: number;
    replicas?: number;
    updatedReplicas?: number;
    readyReplicas?: number;
    availableReplicas?: number;
    conditions?: Array<{
      type: string;
      status: string;
      reason?: string;
      message?: string;
      lastTransitionTime?: string;
    }>;
  };
}

const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';

/** What stays in memory of a deployment. */
export function deploymentRecord(
  { metadata, spec = {}, status = {} }: RawDeployment,
  tools: RecordTools,
): DeploymentRecord {
  const { pool } = tools;
  const { template, strategy } = spec;
  const { maxSurge, maxUnavailable } = strategy?.rollingUpdate ?? {};
  return {
    ...objectRecord(metadata, tools),
    createdAt: timeOf(metadata?.creationTimestamp) ?? 0,
    generation: metadata?.generation ?? 0,
    observedGeneration: status.observedGeneration ?? 0,
    labels: pool.value(metadata?.labels ?? {}),
    podLabels: pool.value(template?.metadata?.labels ?? {}),
    selector: pool.value(spec.selector?.matchLabels ?? {}),
    gitOps: gitOpsOf(metadata),
    paused: spec.paused ?? false,
    wanted: spec.replicas ?? 1,
    replicas: status.replicas ?? 0,
    updated: status.updatedReplicas ?? 0,
    ready: status.readyReplicas ?? 0,
    available: status.availableReplicas ?? 0,
    strategy: pool.value({
      type: strategy?.type ?? 'RollingUpdate',
      ...(maxSurge !== undefined && { maxSurge: String(maxSurge) }),
      ...(maxUnavailable !== undefined && {
        maxUnavailable: String(maxUnavailable),
      }),
    }),
    containers: containerRecords(template?.spec?.containers, tools),
    restartedAt: timeOf(template?.metadata?.annotations?.[RESTARTED_AT]),
    conditions: (status.conditions ?? []).map(condition => ({
      type: pool.text(condition.type),
      status: pool.text(condition.status),
      reason: condition.reason && pool.text(condition.reason),
      message: condition.message && pool.text(condition.message),
      since: timeOf(condition.lastTransitionTime),
    })),
  };
}
