import type { Account } from '../access/Tokens';
import type { Deployment, KubeObject } from '../objects';
import { resources, type Resource } from '../resources';
import { StatusError } from '../StatusError';
import type { Store } from '../store/Store';

/** The policy and its binding, as the shipped manifest (locks-policy.yaml) names them. */
const POLICY = 'sphera-locks-deployments';

/** What a change of a deployment does, by what it changes. */
const ACTIONS: Array<
  [action: string, touched: (deployment: Deployment) => string]
> = [
  [
    'deploy',
    ({ spec }) =>
      spec.template.spec.containers
        .map(({ name, image }) => `${name}=${image}`)
        .sort()
        .join(),
  ],
  [
    'restart',
    ({ spec }) =>
      spec.template.metadata?.annotations?.[
        'kubectl.kubernetes.io/restartedAt'
      ] ?? '',
  ],
  ['scale', ({ spec }) => String(spec.replicas)],
];

/**
 * Refuses changes of a deployment that a lock of the portal stands against, by the ConfigMap that
 * the portal keeps. A likeness of the shipped ValidatingAdmissionPolicy, which the stand-in does not
 * evaluate: it knows the keys of the manifest, and changes of deployments only.
 *
 * @throws StatusError 403 with the sentence of the lock
 */
export function obeyLocks(
  store: Store,
  resource: Resource,
  next: KubeObject,
  current: KubeObject,
  { isPortal }: Account,
): void {
  if (resource !== resources.deployments || isPortal) return;
  const lock = lockAgainst(store, next as Deployment, current as Deployment);
  if (!lock) return;
  const { name } = current.metadata;
  throw new StatusError(
    403,
    'Forbidden',
    `deployments.apps "${name}" is forbidden: ValidatingAdmissionPolicy '${POLICY}' with binding '${POLICY}' denied request: ${lock}`,
    { name, group: 'apps', kind: 'deployments', causes: [{ message: lock }] },
  );
}

/** The sentence of the lock that stands against a change; `undefined` where none does. */
export function lockAgainst(
  store: Store,
  next: Deployment,
  current: Deployment,
): string | undefined {
  const locks = store.get(
    resources.configMaps,
    'sphera-system',
    'sphera-locks',
  );
  if (!locks?.data) return undefined;
  const actions = ACTIONS.filter(
    ([, touched]) => touched(next) !== touched(current),
  ).map(([action]) => action);
  const keys = actions.flatMap(action =>
    subjectsOf(current).map(subject => `${subject}.${action}`),
  );
  const key = keys.find(each => locks.data?.[each] !== undefined);
  return key && locks.data[key];
}

/** What a lock may name a deployment by, the most exact first. */
function subjectsOf({ metadata, spec }: Deployment): string[] {
  const labels = { ...spec.template.metadata?.labels, ...metadata.labels };
  const id = labels['backstage.io/kubernetes-id'];
  const name = labels['app.kubernetes.io/name'];
  const hasSystem = 'app.kubernetes.io/part-of' in labels;
  return [
    `deployment.${metadata.namespace}.${metadata.name}`,
    ...(id ? [`kubernetes-id.${id}`] : []),
    ...(!id && name && !hasSystem ? [`app-name.${name}`] : []),
    'all',
  ];
}
