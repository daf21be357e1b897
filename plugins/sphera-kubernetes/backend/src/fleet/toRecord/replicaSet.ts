import type { ReplicaSetRecord } from '../records';
import type { RawContainer } from './containers';
import {
  controllerOf,
  objectRecord,
  RawMetadata,
  RecordTools,
  timeOf,
} from './metadata';

/** A ReplicaSet of apps/v1, as far as it is read here. */
export interface RawReplicaSet {
  metadata?: RawMetadata;
  spec?: {
    replicas?: number;
    template?: {
      metadata?: RawMetadata;
      spec?: { containers?: RawContainer[] };
    };
  };
  status?: { readyReplicas?: number };
}

/** What stays in memory of a ReplicaSet; nothing where no deployment made it. */
export function replicaSetRecord(
  { metadata, spec = {}, status = {} }: RawReplicaSet,
  tools: RecordTools,
): ReplicaSetRecord | undefined {
  const owner = controllerOf(metadata, 'Deployment');
  if (!owner) return undefined;
  const { template } = spec;
  return {
    ...objectRecord(metadata, tools),
    createdAt: timeOf(metadata?.creationTimestamp) ?? 0,
    owner,
    revision: Number(
      metadata?.annotations?.['deployment.kubernetes.io/revision'] ?? 0,
    ),
    images: tools.pool.value(
      (template?.spec?.containers ?? []).map(({ name, image = '' }) => ({
        container: name,
        image,
      })),
    ),
    wanted: spec.replicas ?? 1,
    ready: status.readyReplicas ?? 0,
    versionLabel: template?.metadata?.labels?.['app.kubernetes.io/version'],
  };
}
