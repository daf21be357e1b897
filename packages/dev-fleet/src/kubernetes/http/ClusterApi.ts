import type { IncomingMessage, ServerResponse } from 'node:http';
import { authenticate, authorize, type Account } from '../access/Tokens';
import type { Cluster } from '../Cluster';
import type { Deployment, Pod } from '../objects';
import type { Json } from '../patching/json';
import { readPatch } from '../patching/patch';
import { resources } from '../resources';
import {
  internalError,
  methodNotAllowed,
  noSuchResource,
  StatusError,
  unauthorized,
} from '../StatusError';
import { sendJson, sendStatus } from './answers';
import { mediaTypeOf, parseJson, readObject, readText } from './body';
import { discovery } from './discovery';
import { Listing } from './listing';
import { sendPodLog } from './podLog';
import { isKnownVersion, readRequest, type RequestInfo } from './RequestInfo';
import { replicasIn, scaleOf } from './scale';
import { watch } from './watching';
import { Writing } from './writing';

/** Whom everybody may ask whether the server is well. */
const HEALTH = ['/livez', '/readyz', '/healthz'];

/** The API of one cluster over HTTP. */
export class ClusterApi {
  readonly listing: Listing;
  readonly #writing: Writing;

  constructor(
    private readonly cluster: Cluster,
    private readonly options: { accounts: Account[]; bookmarkInterval: number },
  ) {
    this.listing = new Listing(cluster.store);
    this.#writing = new Writing(cluster);
  }

  /** Answers a request whose path begins at the root of this cluster's API. */
  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    try {
      await this.#answer(request, response, url);
    } catch (error) {
      // Such as a client that has gone in the middle of its request.
      const { message } = error as Error;
      const refusal =
        error instanceof StatusError ? error : internalError(message);
      if (response.headersSent) response.destroy();
      else sendStatus(response, refusal);
    }
  }

  /** Answers as to a token that nobody has. */
  refuse(response: ServerResponse): void {
    sendStatus(response, unauthorized());
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    { pathname, searchParams }: URL,
  ): Promise<void> {
    if (HEALTH.includes(pathname)) {
      response.writeHead(200, { 'content-type': 'text/plain' }).end('ok');
      return;
    }
    const account = authenticate(
      this.options.accounts,
      request.headers.authorization,
    );
    const document = discovery(pathname);
    if (document) {
      sendJson(response, 200, document);
      return;
    }
    const method = request.method ?? 'GET';
    const info = readRequest(method, pathname, searchParams);
    if (!info) {
      if (isKnownVersion(pathname)) throw noSuchResource();
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('404 page not found\n');
      return;
    }
    authorize(account, info);
    await this.#perform(info, account, request, response, searchParams);
  }

  async #perform(
    info: RequestInfo,
    account: Account,
    request: IncomingMessage,
    response: ServerResponse,
    query: URLSearchParams,
  ): Promise<void> {
    const { store, clock } = this.cluster;
    if (info.subresource === 'scale') {
      sendJson(response, 200, await this.#scale(info, request, query));
    } else if (info.subresource === 'log') {
      if (info.verb !== 'get') throw methodNotAllowed();
      this.#writing.existing(info);
      const pod = () =>
        store.get(resources.pods, info.namespace, info.name ?? '');
      sendPodLog(pod as () => Pod | undefined, query, response, clock);
    } else if (info.verb === 'watch') {
      watch(store, info, query, response, this.options.bookmarkInterval);
    } else if (info.verb === 'list') {
      sendJson(response, 200, this.listing.list(info, query));
    } else if (info.verb === 'get') {
      sendJson(response, 200, this.#writing.existing(info));
    } else {
      const answer = await this.#write(info, account, request, query);
      sendJson(response, info.verb === 'create' ? 201 : 200, answer);
    }
  }

  async #write(
    info: RequestInfo,
    account: Account,
    request: IncomingMessage,
    query: URLSearchParams,
  ): Promise<object> {
    const dryRun = query.get('dryRun') === 'All';
    switch (info.verb) {
      case 'create':
        // A name in the path is no place to create at, nor is all of a namespaced kind.
        if (info.name || Boolean(info.namespace) !== info.resource.namespaced) {
          throw methodNotAllowed();
        }
        return this.#writing.create(info, await readObject(request), dryRun);
      case 'update':
        if (!info.name) throw methodNotAllowed();
        return this.#writing.update(
          info,
          await readObject(request),
          dryRun,
          account,
        );
      case 'patch': {
        if (!info.name) throw methodNotAllowed();
        const patch = readPatch(mediaTypeOf(request), await readText(request));
        const current = this.#writing.existing(info) as unknown as Json;
        return this.#writing.update(info, patch(current), dryRun, account);
      }
      case 'delete': {
        const text = await readText(request);
        return this.#writing.delete(
          info,
          text ? parseJson(text) : undefined,
          dryRun,
        );
      }
      default:
        throw methodNotAllowed();
    }
  }

  async #scale(
    info: RequestInfo,
    request: IncomingMessage,
    query: URLSearchParams,
  ): Promise<object> {
    // A ReplicaSet has what a scale needs of a deployment.
    const current = () => this.#writing.existing(info) as Deployment;
    const scale = () => scaleOf(current()) as unknown as Json;
    let wanted: Json;
    if (info.verb === 'get') return scaleOf(current());
    if (info.verb === 'update') wanted = await readObject(request);
    else if (info.verb === 'patch') {
      const patch = readPatch(mediaTypeOf(request), await readText(request));
      wanted = patch(scale());
    } else throw methodNotAllowed();
    const replicas = replicasIn(info.resource, wanted, current());
    const object = current();
    if (query.get('dryRun') === 'All') {
      return scaleOf({ ...object, spec: { ...object.spec, replicas } });
    }
    const written = this.cluster.store.change(
      info.resource,
      object,
      latest => ({
        ...latest,
        spec: { ...(latest as Deployment).spec, replicas },
      }),
    );
    return scaleOf((written ?? object) as Deployment);
  }
}
