import type { Deployment, Draft, ReplicaSet } from '../objects';
import { margins } from './rollout';
import { REVISION, TEMPLATE_HASH, templateHash } from './templates';

/** The annotations of a deployment that its ReplicaSets do not take over. */
const OWN_ANNOTATIONS = [
  REVISION,
  'kubectl.kubernetes.io/last-applied-configuration',
  'deprecated.deployment.rollback.to',
];

/** A ReplicaSet without pods yet, for the template that a deployment wants. */
export function newReplicaSet(
  deployment: Deployment,
  revision: number,
): Draft<ReplicaSet> {
  const { metadata, spec } = deployment;
  const hash = templateHash(spec.template);
  const labels = { ...spec.template.metadata?.labels, [TEMPLATE_HASH]: hash };
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${metadata.name}-${hash}`,
      namespace: metadata.namespace,
      labels,
      annotations: setAnnotations(deployment, revision),
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: metadata.name,
          uid: metadata.uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: {
      replicas: 0,
      selector: {
        ...spec.selector,
        matchLabels: { ...spec.selector.matchLabels, [TEMPLATE_HASH]: hash },
      },
      template: {
        ...spec.template,
        metadata: { ...spec.template.metadata, labels },
      },
      ...(spec.minReadySeconds && { minReadySeconds: spec.minReadySeconds }),
    },
    status: { replicas: 0 },
  };
}

/** What a ReplicaSet takes over from its deployment, with its revision. */
export function setAnnotations(
  deployment: Deployment,
  revision: number,
): Record<string, string> {
  const inherited = Object.entries(
    deployment.metadata.annotations ?? {},
  ).filter(([key]) => !OWN_ANNOTATIONS.includes(key));
  const { replicas } = deployment.spec;
  return {
    ...Object.fromEntries(inherited),
    'deployment.kubernetes.io/desired-replicas': String(replicas),
    'deployment.kubernetes.io/max-replicas': String(
      replicas + margins(deployment).surge,
    ),
    [REVISION]: String(revision),
  };
}
