import type {
  Autoscaler,
  ConfigMap,
  Deployment,
  DisruptionBudget,
  EventObject,
  KubeObject,
  Pod,
  ReplicaSet,
} from './objects';

/** A kind of object that the API knows, named as its discovery documents do. */
export interface Resource<T extends KubeObject = KubeObject> {
  group: string;
  version: string;
  plural: string;
  singular: string;
  kind: string;
  shortNames: string[];
  namespaced: boolean;
  /** Whether `metadata.generation` counts the changes of `spec`. */
  counted: boolean;
  subresources: string[];
  /** What deleting answers with: the object, or a Status. */
  deleted: 'object' | 'status';
  /** Never there: carries the type of its objects. */
  of?: T;
}

function resource<T extends KubeObject>(
  groupVersion: string,
  kind: string,
  plural: string,
  shortNames: string[],
  more: Partial<Resource> = {},
): Resource<T> {
  const [version, group = ''] = groupVersion.split('/').reverse();
  return {
    group,
    version,
    kind,
    plural,
    singular: kind.toLowerCase(),
    shortNames,
    namespaced: true,
    counted: false,
    subresources: [],
    deleted: 'status',
    ...(more as Partial<Resource<T>>),
  };
}

/** Everything that the stand-in stores. */
export const resources = {
  namespaces: resource('v1', 'Namespace', 'namespaces', ['ns'], {
    namespaced: false,
    subresources: ['status'],
    deleted: 'object',
  }),
  nodes: resource('v1', 'Node', 'nodes', ['no'], {
    namespaced: false,
    subresources: ['status'],
  }),
  pods: resource<Pod>('v1', 'Pod', 'pods', ['po'], {
    subresources: ['status', 'log'],
    deleted: 'object',
  }),
  events: resource<EventObject>('v1', 'Event', 'events', ['ev']),
  configMaps: resource<ConfigMap>('v1', 'ConfigMap', 'configmaps', ['cm']),
  deployments: resource<Deployment>(
    'apps/v1',
    'Deployment',
    'deployments',
    ['deploy'],
    { counted: true, subresources: ['status', 'scale'] },
  ),
  replicaSets: resource<ReplicaSet>(
    'apps/v1',
    'ReplicaSet',
    'replicasets',
    ['rs'],
    { counted: true, subresources: ['status', 'scale'] },
  ),
  autoscalers: resource<Autoscaler>(
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    'horizontalpodautoscalers',
    ['hpa'],
    { subresources: ['status'] },
  ),
  disruptionBudgets: resource<DisruptionBudget>(
    'policy/v1',
    'PodDisruptionBudget',
    'poddisruptionbudgets',
    ['pdb'],
    { counted: true, subresources: ['status'] },
  ),
  // Nothing moves these; they are there for who lists or writes them.
  services: resource('v1', 'Service', 'services', ['svc']),
  serviceAccounts: resource('v1', 'ServiceAccount', 'serviceaccounts', ['sa'], {
    deleted: 'object',
  }),
  limitRanges: resource('v1', 'LimitRange', 'limitranges', ['limits']),
  resourceQuotas: resource('v1', 'ResourceQuota', 'resourcequotas', ['quota']),
  statefulSets: resource('apps/v1', 'StatefulSet', 'statefulsets', ['sts']),
  daemonSets: resource('apps/v1', 'DaemonSet', 'daemonsets', ['ds']),
  jobs: resource('batch/v1', 'Job', 'jobs', []),
  cronJobs: resource('batch/v1', 'CronJob', 'cronjobs', ['cj']),
  ingresses: resource('networking.k8s.io/v1', 'Ingress', 'ingresses', ['ing']),
  networkPolicies: resource(
    'networking.k8s.io/v1',
    'NetworkPolicy',
    'networkpolicies',
    ['netpol'],
  ),
};

/** All of them, in the order of discovery. */
export const allResources: Resource[] = Object.values(resources);

/** `apps/v1`, or `v1` for the core group. */
export function groupVersionOf({ group, version }: Resource): string {
  return group ? `${group}/${version}` : version;
}

/** `deployments.apps`, or `pods`: how messages name a kind. */
export function qualifiedName({ group, plural }: Resource): string {
  return group ? `${plural}.${group}` : plural;
}

/** The kind of an object, by its own `apiVersion` and `kind`. */
export function resourceOf(object: {
  apiVersion: string;
  kind: string;
}): Resource {
  const found = allResources.find(
    each =>
      each.kind === object.kind && groupVersionOf(each) === object.apiVersion,
  );
  if (!found) {
    throw new Error(
      `The stand-in stores no ${object.kind} of ${object.apiVersion}`,
    );
  }
  return found;
}
