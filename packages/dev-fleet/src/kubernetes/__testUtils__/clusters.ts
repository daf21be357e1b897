import {
  ApiException,
  AppsV1Api,
  AutoscalingV2Api,
  CoreV1Api,
  KubeConfig,
  PatchStrategy,
  PolicyV1Api,
  setHeaderOptions,
} from '@kubernetes/client-node';
import {
  startKubernetesStandIn,
  type KubernetesStandIn,
  type StandInOptions,
} from '../startKubernetesStandIn';
import { ManualClock } from './ManualClock';

export const ADMIN = 'admin-Rw8vKq3ZtYn5';

/** A cluster `here` for a test, with clients of Kubernetes' own client library. */
export interface TestCluster {
  standIn: KubernetesStandIn;
  clock: ManualClock;
  config: KubeConfig;
  apps: AppsV1Api;
  core: CoreV1Api;
  autoscaling: AutoscalingV2Api;
  policy: PolicyV1Api;
  /** Sends a request as it is. */
  fetch(
    path: string,
    init?: RequestInit & { token?: string },
  ): Promise<Response>;
}

const running: KubernetesStandIn[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map(standIn => standIn.stop()));
});

/** Starts a cluster that is stopped by the end of the test. */
export async function startCluster(
  options: Partial<StandInOptions> = {},
): Promise<TestCluster> {
  const clock = new ManualClock();
  const standIn = await startKubernetesStandIn({
    clusters: ['here'],
    accounts: [{ token: ADMIN, user: 'admin' }],
    clock,
    ...options,
  });
  running.push(standIn);
  standIn.cluster('here').addNamespace('shop');
  const config = configFor(standIn.urlOf('here'), ADMIN);
  return {
    standIn,
    clock,
    config,
    apps: config.makeApiClient(AppsV1Api),
    core: config.makeApiClient(CoreV1Api),
    autoscaling: config.makeApiClient(AutoscalingV2Api),
    policy: config.makeApiClient(PolicyV1Api),
    fetch: (path, { token = ADMIN, ...init } = {}) =>
      fetch(standIn.urlOf('here') + path, {
        ...init,
        headers: { authorization: `Bearer ${token}`, ...init.headers },
      }),
  };
}

/** A kubeconfig with one cluster and one user. */
export function configFor(server: string, token: string): KubeConfig {
  const config = new KubeConfig();
  config.loadFromClusterAndUser(
    // The client takes plain HTTP only from those who say that they know.
    { name: 'here', server, skipTLSVerify: true },
    { name: 'me', token },
  );
  return config;
}

/** How a patch is to be read. */
export const as = {
  json: setHeaderOptions('Content-Type', PatchStrategy.JsonPatch),
  merge: setHeaderOptions('Content-Type', PatchStrategy.MergePatch),
  strategic: setHeaderOptions(
    'Content-Type',
    PatchStrategy.StrategicMergePatch,
  ),
};

/** The Status that a call is refused with. */
export async function refusal(call: Promise<unknown>): Promise<{
  code: number;
  reason: string;
  message: string;
  details?: { causes?: Array<{ field: string }> };
}> {
  const error = await call.then(
    () => new Error('It was not refused'),
    reason => reason,
  );
  if (!(error instanceof ApiException)) throw error;
  return typeof error.body === 'string' ? JSON.parse(error.body) : error.body;
}

/** A deployment as somebody would write it. */
export function deployment(
  name = 'quotes',
  more: { image?: string; replicas?: number; spec?: object } = {},
) {
  const { image = `registry.example/${name}:1.0.0`, replicas = 3, spec } = more;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'shop', labels: { app: name } },
    spec: {
      replicas,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          containers: [
            {
              name: 'main',
              image,
              env: [{ name: 'LOG_LEVEL', value: 'info' }],
              resources: { requests: { cpu: '100m', memory: '64Mi' } },
            },
          ],
        },
      },
      ...spec,
    },
  };
}

/** Creates a deployment and waits until all of its pods are ready. */
export async function deploy(
  { apps, clock }: TestCluster,
  ...args: Parameters<typeof deployment>
) {
  const body = deployment(...args);
  await apps.createNamespacedDeployment({ namespace: 'shop', body });
  await clock.advance(20_000);
  return apps.readNamespacedDeployment({
    namespace: 'shop',
    name: body.metadata.name,
  });
}
