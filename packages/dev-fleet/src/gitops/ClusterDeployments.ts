import {
  ApiException,
  AppsV1Api,
  PatchStrategy,
  setHeaderOptions,
  type KubeConfig,
  type V1Deployment,
} from '@kubernetes/client-node';
import type { DeploymentPlace } from './FollowedFile';

const VERSION_LABEL = 'app.kubernetes.io/version';

/** How long a cluster may take to answer, in milliseconds. */
const LIMIT = 10_000;

/** A colon before the last slash belongs to a port. */
const tagAt = (image: string) => {
  const colon = image.lastIndexOf(':');
  return colon > image.lastIndexOf('/') ? colon : image.length;
};
const repositoryOf = (image: string) => image.slice(0, tagAt(image));
const tagOf = (image: string) => image.slice(tagAt(image) + 1);

/** The deployments of one cluster, through its API. */
export class ClusterDeployments {
  readonly #apps: AppsV1Api;

  constructor(config: KubeConfig) {
    this.#apps = config.makeApiClient(AppsV1Api);
  }

  /** The version that a deployment is to run. @throws Error with the cluster's words */
  async versionOf(place: DeploymentPlace): Promise<string> {
    return tagOf(mainOf(await this.#read(place)).image ?? '');
  }

  /** Has a deployment run a version; nothing is done where it does so already. @throws Error with the cluster's words */
  async setVersion(place: DeploymentPlace, version: string): Promise<void> {
    const deployment = await this.#read(place);
    const { name, image = '' } = mainOf(deployment);
    const next = `${repositoryOf(image)}:${version}`;
    if (image === next) return;
    const { labels } = deployment.spec?.template.metadata ?? {};
    const isLabelled = labels?.[VERSION_LABEL] !== undefined;
    const body = {
      spec: {
        template: {
          ...(isLabelled && {
            metadata: { labels: { [VERSION_LABEL]: version } },
          }),
          spec: { containers: [{ name, image: next }] },
        },
      },
    };
    await inWords(
      this.#apps.patchNamespacedDeployment(
        { namespace: place.namespace, name: place.name, body },
        limited('Content-Type', PatchStrategy.StrategicMergePatch),
      ),
    );
  }

  async #read({ namespace, name }: DeploymentPlace): Promise<V1Deployment> {
    return inWords(
      this.#apps.readNamespacedDeployment(
        { namespace, name },
        limited('Accept', 'application/json'),
      ),
    );
  }
}

/** The container that the deployment is for; sidecars run other images. */
function mainOf({ metadata, spec }: V1Deployment) {
  const containers = spec?.template.spec?.containers ?? [];
  const name = metadata?.name;
  return (
    containers.find(
      ({ image = '' }) => repositoryOf(image).split('/').at(-1) === name,
    ) ??
    containers.find(each => each.name === name) ??
    containers[0]
  );
}

/** A request with a header that gives up in time. */
function limited(header: string, value: string) {
  const options = setHeaderOptions(header, value);
  const [first] = options.middleware ?? [];
  return {
    ...options,
    middleware: [
      {
        ...first,
        pre: (request: Parameters<typeof first.pre>[0]) => {
          request.setSignal(AbortSignal.timeout(LIMIT));
          return first.pre(request);
        },
      },
    ],
  };
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
