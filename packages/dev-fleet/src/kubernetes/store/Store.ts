import { isDeepStrictEqual } from 'node:util';
import { timestamp, type Clock } from '../clock';
import type { Draft, KubeObject, Named } from '../objects';
import { uid, type Random } from '../random';
import type { Resource } from '../resources';
import { ChangeLog, type Change } from './ChangeLog';

/** etcd's counter is never this low in a cluster that was used. */
const FIRST_VERSION = 1000;

/** The objects of one cluster, with a version for every write. Objects are replaced, never changed. */
export class Store {
  readonly log: ChangeLog;
  #version = FIRST_VERSION;
  #objects = new Map<Resource, Map<string, Map<string, KubeObject>>>();
  #owned = new Map<string, Map<string, KubeObject>>();
  #listeners = new Set<(change: Change) => void>();

  constructor(
    private readonly options: {
      clock: Clock;
      random: Random;
      /** How many changes a watch may be behind. */
      remembered?: number;
    },
  ) {
    this.log = new ChangeLog(FIRST_VERSION, options.remembered ?? 5_000);
  }

  /** The version of the latest write. */
  get version(): number {
    return this.#version;
  }

  get<T extends KubeObject>(
    resource: Resource<T>,
    namespace: string | undefined,
    name: string,
  ): T | undefined {
    return this.#namespaces(resource)
      .get(namespace ?? '')
      ?.get(name) as T | undefined;
  }

  /** In no particular order. */
  list<T extends KubeObject>(resource: Resource<T>, namespace?: string): T[] {
    const namespaces = this.#namespaces(resource);
    const found = namespace
      ? [namespaces.get(namespace) ?? new Map<string, KubeObject>()]
      : [...namespaces.values()];
    return found.flatMap(objects => [...objects.values()]) as T[];
  }

  /** What says that it is controlled by the object with this uid. */
  ownedBy<T extends KubeObject>(resource: Resource<T>, owner: string): T[] {
    return [...(this.#owned.get(owner)?.values() ?? [])].filter(
      ({ kind }) => kind === resource.kind,
    ) as T[];
  }

  /** Writes an object; gives it a uid, a creation time, a version and a generation. */
  put<T extends KubeObject>(resource: Resource<T>, draft: Draft<T>): T {
    const { name, namespace } = draft.metadata;
    const previous = this.get(resource, namespace, name);
    const object = {
      ...draft,
      metadata: {
        ...draft.metadata,
        uid:
          previous?.metadata.uid ??
          draft.metadata.uid ??
          uid(this.options.random),
        creationTimestamp:
          previous?.metadata.creationTimestamp ??
          draft.metadata.creationTimestamp ??
          timestamp(this.options.clock.now()),
        resourceVersion: String(++this.#version),
        ...(resource.counted && { generation: generation(draft, previous) }),
      },
    } as unknown as T;
    this.#keep(resource, object);
    this.#tell(previous ? 'MODIFIED' : 'ADDED', resource, object, previous);
    return object;
  }

  /** Replaces an object by what `change` makes of it; nothing is written where that is the same. */
  change<T extends KubeObject>(
    resource: Resource<T>,
    { metadata: { namespace, name } }: Named,
    change: (object: T) => T,
  ): T | undefined {
    const object = this.get(resource, namespace, name);
    if (!object) return undefined;
    const next = change(object);
    return isDeepStrictEqual(object, next) ? object : this.put(resource, next);
  }

  remove<T extends KubeObject>(
    resource: Resource<T>,
    { metadata: { namespace, name } }: Named,
  ): T | undefined {
    const previous = this.get(resource, namespace, name);
    if (!previous) return undefined;
    this.#namespaces(resource)
      .get(namespace ?? '')
      ?.delete(name);
    for (const owner of previous.metadata.ownerReferences ?? []) {
      const siblings = this.#owned.get(owner.uid);
      siblings?.delete(previous.metadata.uid);
      if (siblings?.size === 0) this.#owned.delete(owner.uid);
    }
    const object: T = {
      ...previous,
      metadata: {
        ...previous.metadata,
        resourceVersion: String(++this.#version),
      },
    };
    this.#tell('DELETED', resource, object, previous);
    return object;
  }

  /** Tells of every write from now on, at once; returns how to stop. */
  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #namespaces(resource: Resource): Map<string, Map<string, KubeObject>> {
    let namespaces = this.#objects.get(resource);
    if (!namespaces) {
      namespaces = new Map();
      this.#objects.set(resource, namespaces);
    }
    return namespaces;
  }

  #keep(resource: Resource, object: KubeObject): void {
    const { namespace = '', name, uid: id, ownerReferences } = object.metadata;
    const namespaces = this.#namespaces(resource);
    const objects = namespaces.get(namespace) ?? new Map();
    namespaces.set(namespace, objects.set(name, object));
    for (const owner of ownerReferences ?? []) {
      const owned = this.#owned.get(owner.uid) ?? new Map();
      this.#owned.set(owner.uid, owned.set(id, object));
    }
  }

  #tell(
    type: Change['type'],
    resource: Resource,
    object: KubeObject,
    previous?: KubeObject,
  ): void {
    const change = { type, resource, object, previous, version: this.#version };
    this.log.add(change);
    for (const listener of this.#listeners) listener(change);
  }
}

function generation(draft: Draft, previous?: KubeObject): number {
  if (!previous) return draft.metadata.generation ?? 1;
  const before = previous.metadata.generation ?? 1;
  return isDeepStrictEqual(draft.spec, previous.spec) ? before : before + 1;
}
