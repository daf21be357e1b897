import {
  ApiException,
  createConfiguration,
  KubernetesObjectApi,
  PatchStrategy,
  ServerConfiguration,
  type KubeConfig,
  type KubernetesObject,
} from '@kubernetes/client-node';
import type { ManifestObject } from './objectsIn';
import { threeWayPatch } from './threeWayPatch';

/** Where `kubectl apply` keeps what was wanted last, too. */
const LAST = 'kubectl.kubernetes.io/last-applied-configuration';

/** How long a cluster may take to answer, in milliseconds. */
const LIMIT = 10_000;

/** The objects of one cluster, whatever their kind, through its API. */
export class ClusterObjects {
  readonly #api: KubernetesObjectApi;

  constructor(config: KubeConfig) {
    this.#api = new KubernetesObjectApi(
      createConfiguration({
        baseServer: new ServerConfiguration(
          config.getCurrentCluster()?.server ?? '',
          {},
        ),
        authMethods: { default: config },
        promiseMiddleware: [
          {
            async pre(request) {
              request.setSignal(AbortSignal.timeout(LIMIT));
              return request;
            },
            post: async response => response,
          },
        ],
      }),
    );
  }

  /** Makes an object as a manifest wants it; its namespace, too, where it is missing. @throws Error with the cluster's words */
  async apply(wanted: ManifestObject): Promise<void> {
    const next = withLast(wanted);
    const current = await this.#find(wanted);
    if (!current) {
      await this.#addNamespace(wanted.metadata.namespace);
      await inWords(this.#api.create(next as KubernetesObject));
      return;
    }
    const last = current.metadata?.annotations?.[LAST];
    const patch = threeWayPatch(last ? withLast(JSON.parse(last)) : {}, next);
    await inWords(
      this.#api.patch(
        patch as unknown as KubernetesObject,
        undefined,
        undefined,
        undefined,
        undefined,
        PatchStrategy.MergePatch,
      ),
    );
  }

  /** Takes an object away; it may be gone already. @throws Error with the cluster's words */
  async remove(object: ManifestObject): Promise<void> {
    const { apiVersion, kind, metadata } = object;
    const { name, namespace } = metadata;
    const named = { apiVersion, kind, metadata: { name, namespace } };
    await inWords(
      this.#api
        .delete(named, undefined, undefined, undefined, undefined, 'Background')
        .catch(unlessMissing),
    );
  }

  async #find(object: ManifestObject): Promise<KubernetesObject | undefined> {
    const { apiVersion, kind, metadata } = object;
    const { name, namespace = 'default' } = metadata;
    const read = this.#api.read<KubernetesObject>({
      apiVersion,
      kind,
      metadata: { name, namespace },
    });
    return inWords(read.catch(unlessMissing));
  }

  async #addNamespace(name: string | undefined): Promise<void> {
    if (!name) return;
    const namespace = {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    };
    const found = await inWords(
      this.#api.read<KubernetesObject>(namespace).catch(unlessMissing),
    );
    if (!found) await inWords(this.#api.create(namespace));
  }
}

function withLast(wanted: ManifestObject): Record<string, unknown> {
  const { annotations } = wanted.metadata;
  return {
    ...wanted,
    metadata: {
      ...wanted.metadata,
      annotations: { ...annotations, [LAST]: JSON.stringify(wanted) },
    },
  };
}

function unlessMissing(error: unknown): undefined {
  if (error instanceof ApiException && error.code === 404) return undefined;
  throw error;
}

async function inWords<T>(call: Promise<T>): Promise<T> {
  return call.catch(error => {
    throw error instanceof ApiException
      ? new Error(messageOf(error.body) ?? `It answers ${error.code}`)
      : error;
  });
}

function messageOf(body: unknown): string | undefined {
  try {
    return (typeof body === 'string' ? JSON.parse(body) : body)?.message;
  } catch {
    return undefined;
  }
}
