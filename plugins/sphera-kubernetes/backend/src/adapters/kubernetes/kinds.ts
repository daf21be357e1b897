import type { WatchedKind } from '../../fleet/records';

/** Where the API server has objects of a kind. */
export interface Resource {
  /** Absent: the core group. */
  group?: string;
  version: string;
  /** As in paths and in roles. */
  plural: string;
}

/** What is watched, in the order in which it is first read: what people look for comes first. */
export const WATCHED: Record<WatchedKind, Resource> = {
  deployments: { group: 'apps', version: 'v1', plural: 'deployments' },
  replicaSets: { group: 'apps', version: 'v1', plural: 'replicasets' },
  pods: { version: 'v1', plural: 'pods' },
  autoscalers: {
    group: 'autoscaling',
    version: 'v2',
    plural: 'horizontalpodautoscalers',
  },
  disruptionBudgets: {
    group: 'policy',
    version: 'v1',
    plural: 'poddisruptionbudgets',
  },
  events: { version: 'v1', plural: 'events' },
};

export const CONFIG_MAPS: Resource = { version: 'v1', plural: 'configmaps' };

/** The path of all objects of a kind, of a namespace, or of one object (and what is below it). */
export function pathOf(
  { group, version, plural }: Resource,
  namespace?: string,
  ...names: string[]
): string {
  return [
    group ? `/apis/${group}/${version}` : `/api/${version}`,
    ...(namespace ? ['namespaces', encodeURIComponent(namespace)] : []),
    plural,
    ...names.map(encodeURIComponent),
  ].join('/');
}
