import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { parse, parseAllDocuments } from 'yaml';
import type {
  Autoscaler,
  Deployment,
  DisruptionBudget,
  Pod,
  ReplicaSet,
} from '../objects';
import type { KubernetesStandIn } from '../startKubernetesStandIn';
import { demoClusters } from './clusters';
import { startDemoClusters } from './startDemoClusters';

const token = 'somebody-Kq8xTn4W';
let standIn: KubernetesStandIn;

beforeAll(async () => {
  standIn = await startDemoClusters({
    accounts: [{ token, user: 'somebody' }],
    isStill: true,
  });
});
afterAll(() => standIn.stop());

async function list<T>(cluster: string, path: string): Promise<T[]> {
  const response = await fetch(`${standIn.urlOf(cluster)}${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return (await response.json()).items;
}

const deployments = (cluster: string) =>
  list<Deployment>(cluster, '/apis/apps/v1/deployments');
const pods = (cluster: string) => list<Pod>(cluster, '/api/v1/pods');
const autoscalers = (cluster: string) =>
  list<Autoscaler>(cluster, '/apis/autoscaling/v2/horizontalpodautoscalers');

async function deployment(cluster: string, name: string): Promise<Deployment> {
  const found = await deployments(cluster);
  return found.find(({ metadata }) => metadata.name === name) as Deployment;
}

const mainOf = ({ spec }: Deployment) => spec.template.spec.containers[0];
const versionIn = async (cluster: string, name: string) =>
  mainOf(await deployment(cluster, name)).image.split(':')[1];

const root = join(__dirname, '../../../../..');
const catalog = ['booking', 'tracking', 'delivery', 'payments'].flatMap(file =>
  parseAllDocuments(
    readFileSync(join(root, `packages/dev-fleet/catalog/${file}.yaml`), 'utf8'),
  ).map(document => document.toJS()),
);

describe('the clusters of the demo company', () => {
  it('are those of the configuration', () => {
    const { sphera } = parse(
      readFileSync(join(root, 'app-config.yaml'), 'utf8'),
    );
    expect(
      sphera.fleet.clusters.map(
        ({ name, environment, url }: Record<string, string>) => ({
          name,
          environment,
          url,
        }),
      ),
    ).toEqual(
      demoClusters.map(({ name, environment }) => ({
        name,
        environment,
        url: `http://127.0.0.1:\${SPHERA_DEV_FLEET_PORT:-7008}/clusters/${name}`,
      })),
    );
  });

  it('run every service of the catalog where it is said to be live', async () => {
    for (const { name, environment } of demoClusters) {
      const expected = catalog
        .filter(
          ({ kind, metadata }) =>
            kind === 'Component' &&
            metadata.annotations['sphera.io/environments'].includes(
              environment,
            ),
        )
        .map(({ metadata, spec }) => `${spec.owner}/${metadata.name}`);
      const found = await deployments(name);
      expect(
        found
          .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`)
          .sort(),
      ).toEqual(expected.sort());
      for (const { metadata } of found) {
        expect(metadata.labels?.['backstage.io/kubernetes-id']).toBe(
          metadata.name,
        );
      }
    }
  });

  it('begin settled: nothing has changed since they were there, nor does it soon', async () => {
    const versions = () =>
      demoClusters.map(({ name }) => standIn.cluster(name).store.version);
    const before = versions();
    await new Promise(resolve => setTimeout(resolve, 1_500));
    expect(versions()).toEqual(before);
  });

  it('are well, apart from what is wrong on purpose', async () => {
    for (const { name } of demoClusters) {
      for (const { metadata, status, spec } of await deployments(name)) {
        expect([metadata.name, status?.readyReplicas]).toEqual([
          metadata.name,
          spec.replicas,
        ]);
      }
    }
    const troubled = (
      await Promise.all(
        demoClusters.map(async ({ name }) =>
          (
            await pods(name)
          ).flatMap(({ metadata, status }) =>
            (status?.containerStatuses ?? [])
              .filter(({ ready }) => !ready)
              .map(
                () => `${name} ${metadata.labels?.['app.kubernetes.io/name']}`,
              ),
          ),
        ),
      )
    ).flat();
    expect(troubled).toEqual([
      'staging-eu tracking-web',
      'production-us dispatch',
    ]);
  });

  it('show a pod that crashes again and again, with its events', async () => {
    const [pod] = (await pods('staging-eu')).filter(({ status }) =>
      status?.containerStatuses?.some(({ restartCount }) => restartCount > 5),
    );
    expect(pod.metadata.name).toMatch(/^tracking-web-/);
    const { status } = await deployment('staging-eu', 'tracking-web');
    expect(status?.conditions).toContainEqual(
      expect.objectContaining({ reason: 'ProgressDeadlineExceeded' }),
    );
    const events = await list<{ reason: string }>(
      'staging-eu',
      `/api/v1/events?fieldSelector=involvedObject.name%3D${pod.metadata.name}`,
    );
    expect(events.map(({ reason }) => reason)).toContain('BackOff');
  });

  it('show a rollout that is stuck for want of its image', async () => {
    const waiting = (await pods('production-us')).flatMap(
      ({ status }) =>
        status?.containerStatuses?.flatMap(
          ({ state }) => state.waiting?.reason ?? [],
        ) ?? [],
    );
    expect(waiting).toEqual([
      expect.stringMatching(/^(ImagePullBackOff|ErrImagePull)$/),
    ]);
  });

  it('differ in versions: one cluster lags, and production lags behind staging', async () => {
    expect(await versionIn('production-eu', 'quotes')).toBe('4.12.1');
    expect(await versionIn('production-us', 'quotes')).toBe('4.11.7');
    expect(await versionIn('staging-eu', 'payments')).toBe('2.31.0');
    expect(await versionIn('production-eu', 'payments')).toBe('2.30.4');
  });

  it('differ in memory and in one environment variable', async () => {
    const memory = async (cluster: string) =>
      mainOf(await deployment(cluster, 'parcel-tracking')).resources?.limits
        ?.memory;
    expect(await memory('production-eu')).toBe('2Gi');
    expect(await memory('production-ap')).toBe('1536Mi');
    const model = async (cluster: string) =>
      mainOf(await deployment(cluster, 'route-planner')).env?.find(
        ({ name }) => name === 'TRAFFIC_MODEL',
      )?.value;
    expect(await model('production-us')).toBe('v3');
    expect(await model('production-eu')).toBe('v4-preview');
  });

  it('have one autoscaler that may not scale, and one at its limit', async () => {
    const [invoices] = (await autoscalers('production-us')).filter(
      ({ metadata }) => metadata.name === 'invoices',
    );
    expect(invoices.status?.currentReplicas).toBeGreaterThan(
      invoices.spec.maxReplicas,
    );
    expect(invoices.status?.conditions).toContainEqual(
      expect.objectContaining({ reason: 'FailedUpdateScale' }),
    );
    const [tracking] = (await autoscalers('production-ap')).filter(
      ({ metadata }) => metadata.name === 'parcel-tracking',
    );
    expect(tracking.status?.conditions).toContainEqual(
      expect.objectContaining({ type: 'ScalingLimited', status: 'True' }),
    );
  });

  it('have autoscalers for half of the services, and a budget that allows nothing', async () => {
    expect(await autoscalers('production-eu')).toHaveLength(6);
    const budgets = await list<DisruptionBudget>(
      'production-eu',
      '/apis/policy/v1/poddisruptionbudgets',
    );
    const none = budgets.filter(
      ({ status }) => status?.disruptionsAllowed === 0,
    );
    expect(none.map(({ metadata }) => metadata.name)).toEqual(['dispatch']);
  });

  it('have owners that would overwrite what is done by hand', async () => {
    const payments = await deployment('production-eu', 'payments');
    expect(payments.metadata).toMatchObject({
      labels: { 'argocd.argoproj.io/instance': 'payments-production-eu' },
      annotations: {
        'argocd.argoproj.io/tracking-id':
          'payments-production-eu:apps/Deployment:payments/payments',
      },
    });
    const invoices = await deployment('production-eu', 'invoices');
    expect(invoices.metadata.labels).toMatchObject({
      'kustomize.toolkit.fluxcd.io/name': 'invoices',
    });
  });

  it('remember revisions with their versions', async () => {
    const sets = await list<ReplicaSet>(
      'production-eu',
      '/apis/apps/v1/namespaces/booking/replicasets',
    );
    const versions = sets
      .filter(({ metadata }) => metadata.name.startsWith('bookings-'))
      .map(({ spec }) => spec.template.spec.containers[0].image.split(':')[1]);
    expect(versions.sort()).toEqual([
      '7.1.0',
      '7.2.0',
      '7.2.1',
      '7.3.0',
      '7.3.2',
    ]);
  });
});

describe('the demo company while nobody keeps it still', () => {
  it('gets new versions in staging, loses pods, and follows its load', async () => {
    const released: string[] = [];
    const moving = await startDemoClusters({
      accounts: [{ token, user: 'somebody' }],
      speed: 1_000,
      release: (service, cluster) => released.push(`${cluster} ${service}`),
    });
    const seen = new Set<string>();
    for (const { name } of demoClusters) {
      moving
        .cluster(name)
        .store.onChange(({ type, resource }) =>
          seen.add(`${type} ${resource.kind}`),
        );
    }
    await eventually(() => {
      expect([...seen]).toEqual(
        expect.arrayContaining([
          'ADDED Pod',
          'DELETED Pod',
          'MODIFIED HorizontalPodAutoscaler',
        ]),
      );
      expect(released.length).toBeGreaterThan(1);
    });
    await moving.stop();
    for (const place of released) {
      expect(place).toMatch(
        /^staging-(eu|us) (delivery-forecast|courier-web|booking-web)$/,
      );
    }
  });
});
