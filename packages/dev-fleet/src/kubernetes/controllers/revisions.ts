import type { Cluster } from '../Cluster';
import type { Deployment, ReplicaSet } from '../objects';
import { resources } from '../resources';
import { conditionOf, withCondition } from './conditions';
import { progressing } from './deploymentStatus';
import { newReplicaSet, setAnnotations } from './newReplicaSet';
import { hasTemplateOf, REVISION, revisionOf } from './templates';

/** Sees to it that there is a set for the template that is wanted, and that it has the highest revision. */
export function keepRevision(
  cluster: Cluster,
  deployment: Deployment,
  sets: ReplicaSet[],
): Deployment {
  const { store } = cluster;
  const highest = Math.max(0, ...sets.map(revisionOf));
  const existing = sets.find(set => hasTemplateOf(set, deployment));
  if (!existing && deployment.spec.paused) return deployment;
  const isLatest = existing && revisionOf(existing) === highest;
  const revision = isLatest ? highest : highest + 1;
  const set = existing
    ? store.change(resources.replicaSets, existing, latest => ({
        ...latest,
        metadata: {
          ...latest.metadata,
          annotations: setAnnotations(deployment, revision),
        },
      }))
    : store.put(resources.replicaSets, newReplicaSet(deployment, revision));
  const begins =
    !isLatest || !conditionOf(deployment.status?.conditions, 'Progressing');
  const kept = store.change(resources.deployments, deployment, latest => ({
    ...latest,
    metadata: {
      ...latest.metadata,
      annotations: {
        ...latest.metadata.annotations,
        [REVISION]: String(revision),
      },
    },
    ...(begins && {
      status: {
        ...latest.status,
        conditions: withCondition(
          latest.status?.conditions,
          progressing(
            existing ? 'FoundNewReplicaSet' : 'NewReplicaSetCreated',
            existing
              ? `Found new replica set "${existing.metadata.name}"`
              : `Created new replica set "${set?.metadata.name}"`,
            cluster.clock.now(),
          ),
        ),
      },
    }),
  }));
  return kept ?? deployment;
}
