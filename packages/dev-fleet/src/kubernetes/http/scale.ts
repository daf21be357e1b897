import type { Deployment } from '../objects';
import { isObject, type Json } from '../patching/json';
import { writtenSelector } from '../selectors/labelSelector';
import { badRequest, changedMeanwhile, invalid } from '../StatusError';
import { notNegative } from '../rules/validation';
import type { Resource } from '../resources';

/** The `scale` of a deployment or a ReplicaSet (autoscaling/v1). */
export function scaleOf({ metadata, spec, status }: Deployment) {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = metadata;
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { replicas: spec.replicas },
    status: {
      replicas: status?.replicas ?? 0,
      selector: writtenSelector(spec.selector),
    },
  };
}

/**
 * How many replicas a Scale asks for.
 *
 * @throws StatusError 400 if it is none, 409 if it is of an older version, 422 for fewer than none
 */
export function replicasIn(
  resource: Resource,
  scale: Json,
  current: Deployment,
): number {
  const { name, resourceVersion } = current.metadata;
  if (!isObject(scale) || !isObject(scale.spec)) {
    throw badRequest(
      'the object provided is unrecognized (must be of type Scale)',
    );
  }
  const version = isObject(scale.metadata)
    ? scale.metadata.resourceVersion
    : undefined;
  if (version && version !== resourceVersion) {
    throw changedMeanwhile(resource, name);
  }
  const replicas = Number(scale.spec.replicas ?? 0);
  if (replicas < 0) {
    throw invalid({ ...resource, group: 'autoscaling', kind: 'Scale' }, name, [
      notNegative('spec.replicas', replicas),
    ]);
  }
  return replicas;
}
