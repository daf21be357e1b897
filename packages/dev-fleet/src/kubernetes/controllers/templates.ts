import { isDeepStrictEqual } from 'node:util';
import type { Deployment, PodTemplate, ReplicaSet } from '../objects';
import { hashOf, NAME_LETTERS } from '../random';

/** The label by which a ReplicaSet tells its pods from those of other revisions. */
export const TEMPLATE_HASH = 'pod-template-hash';

/** Counts the revisions of a deployment, on it and on its ReplicaSets. */
export const REVISION = 'deployment.kubernetes.io/revision';

/** A short name for a template, in letters that Kubernetes uses for it. */
export function templateHash(template: PodTemplate): string {
  let rest = hashOf(JSON.stringify(template));
  let hash = '';
  while (hash.length < 9) {
    hash += NAME_LETTERS[rest % NAME_LETTERS.length];
    rest = Math.floor(rest / NAME_LETTERS.length) || hashOf(hash);
  }
  return hash;
}

/** Whether a set makes pods as the deployment now wants them. */
export function hasTemplateOf(
  set: ReplicaSet,
  deployment: Deployment,
): boolean {
  const { [TEMPLATE_HASH]: _hash, ...labels } =
    set.spec.template.metadata?.labels ?? {};
  return isDeepStrictEqual(
    {
      ...set.spec.template,
      metadata: { ...set.spec.template.metadata, labels },
    },
    {
      ...deployment.spec.template,
      metadata: {
        ...deployment.spec.template.metadata,
        labels: deployment.spec.template.metadata?.labels ?? {},
      },
    },
  );
}

/** The revision that a set stands for; 0 before it has one. */
export function revisionOf({ metadata }: ReplicaSet): number {
  return Number(metadata.annotations?.[REVISION] ?? 0);
}
