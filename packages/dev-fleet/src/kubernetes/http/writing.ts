import { isDeepStrictEqual } from 'node:util';
import type { Account } from '../access/Tokens';
import { endPod } from '../controllers/replicaSets';
import type { Cluster } from '../Cluster';
import type { Draft, KubeObject, Pod } from '../objects';
import type { Json } from '../patching/json';
import { nameSuffix } from '../random';
import {
  groupVersionOf,
  qualifiedName,
  resources,
  type Resource,
} from '../resources';
import { obeyLocks } from '../rules/locks';
import { withDefaults } from '../rules/defaults';
import { validate } from '../rules/validation';
import {
  alreadyExists,
  badRequest,
  changedMeanwhile,
  conflict,
  notFound,
  StatusError,
} from '../StatusError';
import type { RequestInfo } from './RequestInfo';

/** What the server owns: nobody else sets it. */
const OWNED = [
  'uid',
  'resourceVersion',
  'creationTimestamp',
  'generation',
  'deletionTimestamp',
  'selfLink',
  'managedFields',
];

/** Writes to one cluster, with the rules of the API server. `dryRun`: all of them, and nothing is stored. */
export class Writing {
  constructor(private readonly cluster: Cluster) {}

  /** @throws StatusError 400, 404 without the namespace, 409 where it exists, 422 */
  create(request: RequestInfo, body: Json, dryRun: boolean): KubeObject {
    const { resource, namespace } = request;
    const { store, random } = this.cluster;
    const given = asObject(resource, body);
    const generateName = (given.metadata as { generateName?: string })
      .generateName;
    const name =
      given.metadata.name ||
      (generateName && generateName + nameSuffix(random)) ||
      '';
    if (given.metadata.namespace && given.metadata.namespace !== namespace) {
      throw badRequest(
        'the namespace of the provided object does not match the namespace sent on the request',
      );
    }
    const metadata = Object.fromEntries(
      Object.entries(given.metadata).filter(([key]) => !OWNED.includes(key)),
    );
    const object = withDefaults({
      ...given,
      metadata: { ...metadata, name, ...(namespace && { namespace }) },
      ...(resource.subresources.includes('status') && {
        status: firstStatus(resource),
      }),
    } as KubeObject);
    validate(resource, object);
    if (namespace && !store.get(resources.namespaces, undefined, namespace)) {
      throw notFound(resources.namespaces, namespace);
    }
    if (store.get(resource, namespace, name)) {
      throw alreadyExists(resource, name);
    }
    return dryRun ? object : store.put(resource, object);
  }

  /** Replaces an object, or its status. @throws StatusError 400, 403 where a lock stands against it, 404, 409 where it changed meanwhile, 422 */
  update(
    request: RequestInfo,
    body: Json,
    dryRun: boolean,
    account: Account,
  ): KubeObject {
    const { resource, subresource, name } = request;
    const current = this.existing(request);
    const given = asObject(resource, body);
    if (given.metadata.name !== name) {
      throw badRequest(
        `the name of the object (${given.metadata.name}) does not match the name on the URL (${name})`,
      );
    }
    const { resourceVersion, uid } = given.metadata;
    if (uid && uid !== current.metadata.uid) {
      throw conflict(
        resource,
        current.metadata.name,
        `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${current.metadata.uid}`,
      );
    }
    if (
      resourceVersion &&
      resourceVersion !== current.metadata.resourceVersion
    ) {
      throw changedMeanwhile(resource, current.metadata.name);
    }
    const owned = Object.fromEntries(
      Object.entries(current.metadata).filter(([key]) => OWNED.includes(key)),
    );
    const hasStatus = resource.subresources.includes('status');
    const next =
      subresource === 'status'
        ? { ...current, status: given.status }
        : withDefaults({
            ...given,
            metadata: {
              ...given.metadata,
              namespace: current.metadata.namespace,
              ...owned,
            },
            ...(hasStatus && { status: current.status }),
          } as KubeObject);
    validate(resource, next, current);
    obeyLocks(this.cluster.store, resource, next, current, account);
    const isSame = isDeepStrictEqual(withoutHoles(next), current);
    return isSame || dryRun
      ? current
      : this.cluster.store.put(resource, withoutHoles(next));
  }

  /** @throws StatusError 404, 409 where a precondition fails */
  delete(
    request: RequestInfo,
    options: Json | undefined,
    dryRun: boolean,
  ): object {
    const { resource } = request;
    const { store } = this.cluster;
    const current = this.existing(request);
    const { preconditions, gracePeriodSeconds } = (options ??
      {}) as DeleteOptions;
    checkPreconditions(current, preconditions);
    if (dryRun) return current;
    if (resource === resources.pods && gracePeriodSeconds !== 0) {
      return endPod(this.cluster, current as Pod) ?? current;
    }
    const gone = store.remove(resource, current) ?? current;
    if (resource.deleted === 'object') return gone;
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Success',
      details: {
        name: current.metadata.name,
        ...(resource.group && { group: resource.group }),
        kind: resource.plural,
        uid: current.metadata.uid,
      },
    };
  }

  /** The object that a request names. @throws StatusError 404 */
  existing({ resource, namespace, name = '' }: RequestInfo): KubeObject {
    const object = this.cluster.store.get(resource, namespace, name);
    if (!object) throw notFound(resource, name);
    return object;
  }
}

/** What a delete may ask for (meta/v1). */
interface DeleteOptions {
  preconditions?: { uid?: string; resourceVersion?: string };
  gracePeriodSeconds?: number;
}

function checkPreconditions(
  { kind, metadata: { name, uid, resourceVersion } }: KubeObject,
  wanted: DeleteOptions['preconditions'] = {},
): void {
  // Here the real one names the kind where it names the resource elsewhere.
  const refuse = (why: string) =>
    new StatusError(
      409,
      'Conflict',
      `Operation cannot be fulfilled on ${kind} "${name}": ${why}`,
      { name, kind },
    );
  if (wanted.uid && wanted.uid !== uid) {
    throw refuse(
      `the UID in the precondition (${wanted.uid}) does not match the UID in record (${uid}). The object might have been deleted and then recreated`,
    );
  }
  if (wanted.resourceVersion && wanted.resourceVersion !== resourceVersion) {
    throw refuse(
      `the ResourceVersion in the precondition (${wanted.resourceVersion}) does not match the ResourceVersion in record (${resourceVersion}). The object might have been modified`,
    );
  }
}

function asObject(resource: Resource, body: Json): Draft {
  const object = body as unknown as Partial<Draft> | null;
  if (typeof object !== 'object' || object === null || !object.metadata) {
    throw badRequest(
      `the object provided is unrecognized (must be of type ${resource.kind})`,
    );
  }
  const apiVersion = groupVersionOf(resource);
  const isOther =
    (object.kind && object.kind !== resource.kind) ||
    (object.apiVersion && object.apiVersion !== apiVersion);
  if (isOther) {
    throw badRequest(
      `${object.kind} in version "${
        object.apiVersion
      }" cannot be handled as a ${resource.kind} (${qualifiedName(
        resource,
      )}): no kind matches`,
    );
  }
  return { ...(object as Draft), apiVersion, kind: resource.kind };
}

function firstStatus(resource: Resource): object {
  if (resource === resources.namespaces) return { phase: 'Active' };
  if (resource === resources.pods) {
    return { phase: 'Pending', qosClass: 'BestEffort' };
  }
  return {};
}

/** JSON has no `undefined`: neither has what is stored. */
function withoutHoles<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
