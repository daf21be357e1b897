import { keyOf } from '../controllers/WorkQueue';
import type { KubeObject } from '../objects';
import { groupVersionOf } from '../resources';
import { parseFieldSelector } from '../selectors/fieldSelector';
import { parseLabelSelector } from '../selectors/labelSelector';
import { badRequest, expired, versionFromTheFuture } from '../StatusError';
import type { Store } from '../store/Store';
import type { RequestInfo } from './RequestInfo';

/** How many lists that are read in parts are remembered at a time. */
const REMEMBERED = 50;

/** Where a list that is read in parts goes on. */
interface Continuation {
  version: number;
  start: number;
}

/** Lists of one cluster; those that are read in parts stay as they were when they began. */
export class Listing {
  #snapshots = new Map<string, KubeObject[]>();

  constructor(private readonly store: Store) {}

  /**
   * The answer to a list.
   *
   * @throws StatusError 410 where it began too long ago to go on
   */
  list(request: RequestInfo, query: URLSearchParams) {
    const { resource } = request;
    checkVersion(this.store, query.get('resourceVersion'));
    const limit = Number(query.get('limit')) || Infinity;
    const token = query.get('continue');
    const { version, start } = token
      ? readToken(token)
      : { version: this.store.version, start: 0 };
    const key = `${version} ${resource.plural} ${request.namespace ?? ''} ${
      query.get('labelSelector') ?? ''
    } ${query.get('fieldSelector') ?? ''}`;
    const all = token ? this.#snapshots.get(key) : this.#select(request, query);
    if (!all) {
      throw expired(
        'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter.',
      );
    }
    const end = Math.min(all.length, start + limit);
    const isPart = end < all.length;
    if (isPart && !token) this.#remember(key, all);
    return {
      kind: `${resource.kind}List`,
      apiVersion: groupVersionOf(resource),
      metadata: {
        resourceVersion: String(version),
        ...(isPart && {
          continue: writeToken({ version, start: end }),
          remainingItemCount: all.length - end,
        }),
      },
      items: all.slice(start, end).map(withoutKind),
    };
  }

  /** Forgets the lists that are being read in parts, as compaction does. */
  forget(): void {
    this.#snapshots.clear();
  }

  #select(request: RequestInfo, query: URLSearchParams): KubeObject[] {
    const isMeant = selection(request, query);
    return this.store
      .list(request.resource, request.namespace)
      .filter(isMeant)
      .map(object => ({ key: keyOf(object), object }))
      .sort((one, other) => (one.key < other.key ? -1 : 1))
      .map(({ object }) => object);
  }

  #remember(key: string, objects: KubeObject[]): void {
    this.#snapshots.set(key, objects);
    const [oldest] = this.#snapshots.keys();
    if (this.#snapshots.size > REMEMBERED) this.#snapshots.delete(oldest);
  }
}

/** Whether an object is asked for, by the selectors of a list or watch. */
export function selection(
  { resource, name }: RequestInfo,
  query: URLSearchParams,
): (object: KubeObject) => boolean {
  const byLabels = parseLabelSelector(query.get('labelSelector') ?? '');
  const byFields = parseFieldSelector(
    resource,
    query.get('fieldSelector') ?? '',
  );
  return object =>
    (!name || object.metadata.name === name) &&
    byLabels(object.metadata.labels) &&
    byFields(object);
}

/**
 * Reads a version that a client gives.
 *
 * @throws StatusError 400 if it is none, 504 if it was not reached yet
 */
export function checkVersion(store: Store, text: string | null): number {
  const version = Number(text ?? 0);
  if (!Number.isInteger(version) || version < 0) {
    throw badRequest(
      `invalid resource version: resourceVersion: Invalid value: "${text}": strconv.ParseUint: parsing "${text}": invalid syntax`,
    );
  }
  if (version > store.version)
    throw versionFromTheFuture(version, store.version);
  return version;
}

/** The items of a list have no kind of their own. */
function withoutKind(object: KubeObject) {
  return { ...object, kind: undefined, apiVersion: undefined };
}

function writeToken(continuation: Continuation): string {
  return Buffer.from(JSON.stringify(continuation)).toString('base64url');
}

function readToken(token: string): Continuation {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch {
    throw badRequest(
      'invalid continue token: continue key is not valid: it is not what a list gave',
    );
  }
}
