import { randomUUID } from 'node:crypto';
import {
  AppsV1Api,
  AutoscalingV2Api,
  CoreV1Api,
  KubeConfig,
} from '@kubernetes/client-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { auditLog } from './__testUtils__/auditLog';
import { openGate } from './__testUtils__/openGate';
import { DANA, startKubernetes } from './__testUtils__/startKubernetes';

jest.setTimeout(240_000);

const file = process.env.SPHERA_TEST_KUBECONFIG!;
const context = 'region-a';
const cluster = 'production-eu';
const namespace = `sphera-test-${randomUUID().slice(0, 8)}`;
const labels = { 'backstage.io/kubernetes-id': 'quotes' };
const PLACE = { cluster, namespace, name: 'quotes' };

const admin = new KubeConfig();
let core: CoreV1Api;
let portal: Awaited<ReturnType<typeof startKubernetes>>;
const audit = auditLog();

async function untilRestartable() {
  await eventually(async () => {
    const { body } = await portal.dana.get('get-deployment', PLACE);
    expect(body.restartable).toEqual({ allowed: true });
  }, 60_000);
}

beforeAll(async () => {
  admin.loadFromFile(file);
  admin.setCurrentContext(context);
  core = admin.makeApiClient(CoreV1Api);
  await core.createNamespace({ body: { metadata: { name: namespace } } });
  await admin.makeApiClient(AppsV1Api).createNamespacedDeployment({
    namespace,
    body: {
      metadata: { name: 'quotes', labels },
      spec: {
        replicas: 3,
        selector: { matchLabels: { app: 'quotes' } },
        template: {
          metadata: { labels: { app: 'quotes' } },
          spec: {
            containers: [
              { name: 'quotes', image: 'registry.example/quotes:4.12.0' },
            ],
          },
        },
      },
    },
  });
  await admin
    .makeApiClient(AutoscalingV2Api)
    .createNamespacedHorizontalPodAutoscaler({
      namespace,
      body: {
        metadata: { name: 'quotes' },
        spec: {
          scaleTargetRef: {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            name: 'quotes',
          },
          minReplicas: 2,
          maxReplicas: 6,
        },
      },
    });
  portal = await startKubernetes({
    clusters: [{ name: cluster, environment: 'production', region: 'eu' }],
    reach: () => ({
      url: admin.getCluster(context)!.server,
      access: { type: 'kubeconfig', file, context },
    }),
    features: [openGate, audit.feature],
  });
  await portal.seen();
  await untilRestartable();
});
afterAll(async () => {
  await portal?.stop();
  await core?.deleteNamespace({ name: namespace });
});

describe('in a real cluster', () => {
  it('a restart replaces all pods and is on the record', async () => {
    const pods = async () =>
      (
        await portal.dana.get('list-pods', { cluster, namespace })
      ).body.items.map(({ name }: { name: string }) => name);
    const before = await pods();
    await portal.dana
      .post('restart-deployment', { ...PLACE, reason: 'memory leak' })
      .expect(200);
    await eventually(async () => {
      const { body } = await portal.dana.get('get-deployment', PLACE);
      expect(body.restart).toMatchObject({
        state: 'done',
        endedAt: expect.any(String),
        pods: { wanted: 3, ready: 3 },
      });
    }, 60_000);
    await eventually(async () => {
      const after = await pods();
      expect(after).toHaveLength(3);
      expect(before).toHaveLength(3);
      expect(after.filter((name: string) => before.includes(name))).toEqual([]);
    }, 60_000);
    await eventually(() =>
      expect(audit.of('settle-restart')).toMatchObject([
        { actor: DANA, outcome: 'succeeded', output: { state: 'done' } },
      ]),
    );
  });

  it('bounds are set and fall back', async () => {
    await portal.dana
      .post('set-autoscaler-bounds', {
        ...PLACE,
        minReplicas: 3,
        maxReplicas: 12,
        reason: 'black friday',
        expiresIn: 'PT10S',
      })
      .expect(200);
    const bounds = async () =>
      (await portal.dana.get('list-autoscalers', { cluster, namespace })).body
        .items[0];
    await eventually(async () =>
      expect(await bounds()).toMatchObject({ minReplicas: 3, maxReplicas: 12 }),
    );
    await eventually(async () =>
      expect(await bounds()).toMatchObject({ minReplicas: 2, maxReplicas: 6 }),
    );
    await eventually(() =>
      expect(audit.of('restore-autoscaler-bounds')).toMatchObject([
        { actor: DANA, outcome: 'succeeded', output: { restored: true } },
      ]),
    );
  });

  it('the log of a container is read', async () => {
    const { body } = await portal.dana.get('list-pods', { cluster, namespace });
    const { text } = await portal.dana
      .get('stream-logs', {
        cluster,
        namespace,
        pod: body.items[0].name,
        lines: 3,
      })
      .expect(200);
    expect(text).toMatch(/^\d{4}-\d\d-\d\dT\S+ \S/);
  });
});
