import {
  as,
  deploy,
  startCluster,
  type TestCluster,
} from './__testUtils__/clusters';

const quotes = { namespace: 'shop', name: 'quotes' };

const createAutoscaler = (
  { autoscaling }: TestCluster,
  bounds: { minReplicas?: number; maxReplicas: number },
) =>
  autoscaling.createNamespacedHorizontalPodAutoscaler({
    namespace: 'shop',
    body: {
      metadata: { name: 'quotes' },
      spec: {
        scaleTargetRef: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: 'quotes',
        },
        ...bounds,
        metrics: [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: { type: 'Utilization', averageUtilization: 50 },
            },
          },
        ],
      },
    },
  });

/** A cluster whose quotes use so many cores together, with an autoscaler that aims at half of 0.1 cores a pod. */
async function startScaled(
  load: { cores: number; refusal?: string },
  bounds = { minReplicas: 2, maxReplicas: 6 },
) {
  const cluster = await startCluster({
    surroundingsOf: () => ({
      loadOf: () => ({ cpuCores: load.cores, memoryBytes: 1e8 }),
      refusalOf: () => load.refusal,
    }),
  });
  await deploy(cluster);
  await createAutoscaler(cluster, bounds);
  return cluster;
}

const read = ({ autoscaling }: TestCluster) =>
  autoscaling.readNamespacedHorizontalPodAutoscaler(quotes);

const setBounds = ({ autoscaling }: TestCluster, spec: object) =>
  autoscaling.patchNamespacedHorizontalPodAutoscaler(
    { ...quotes, body: { spec } },
    as.merge,
  );

const replicas = async ({ apps }: TestCluster) =>
  (await apps.readNamespacedDeployment(quotes)).spec?.replicas;

describe('an autoscaler', () => {
  it('shows the load beside its target', async () => {
    const cluster = await startScaled({ cores: 0.15 });
    await cluster.clock.advance(20_000);
    expect(await read(cluster)).toMatchObject({
      spec: { minReplicas: 2, maxReplicas: 6 },
      status: {
        currentReplicas: 3,
        desiredReplicas: 3,
        currentMetrics: [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              current: { averageUtilization: 50, averageValue: '50m' },
            },
          },
        ],
      },
    });
  });

  it('adds pods when the load grows, within its bounds, and says when it may not go on', async () => {
    const load = { cores: 0.15 };
    const cluster = await startScaled(load);
    load.cores = 0.25;
    await cluster.clock.advance(40_000);
    expect(await replicas(cluster)).toBe(5);
    load.cores = 1;
    await cluster.clock.advance(60_000);
    expect(await replicas(cluster)).toBe(6);
    const { status } = await read(cluster);
    expect(status?.conditions).toContainEqual(
      expect.objectContaining({
        type: 'ScalingLimited',
        status: 'True',
        reason: 'TooManyReplicas',
      }),
    );
    const { items } = await cluster.core.listNamespacedEvent({
      namespace: 'shop',
    });
    expect(items.map(({ reason }) => reason)).toContain('SuccessfulRescale');
  });

  it('takes pods away only after fewer have been enough for five minutes', async () => {
    const load = { cores: 0.15 };
    const cluster = await startScaled(load);
    await cluster.clock.advance(20_000);
    load.cores = 0.02;
    await cluster.clock.advance(240_000);
    expect(await replicas(cluster)).toBe(3);
    await cluster.clock.advance(120_000);
    expect(await replicas(cluster)).toBe(2);
  });

  it('obeys new bounds at once', async () => {
    const cluster = await startScaled({ cores: 0.15 });
    await setBounds(cluster, { minReplicas: 5 });
    await cluster.clock.advance(20_000);
    expect(await replicas(cluster)).toBe(5);
    await setBounds(cluster, { minReplicas: 1, maxReplicas: 2 });
    await cluster.clock.advance(20_000);
    expect(await replicas(cluster)).toBe(2);
  });

  it('obeys its bounds also where nothing measures the load', async () => {
    const cluster = await startCluster();
    await deploy(cluster);
    await createAutoscaler(cluster, { minReplicas: 5, maxReplicas: 9 });
    await cluster.clock.advance(20_000);
    expect(await replicas(cluster)).toBe(5);
  });

  it('says that it is off while no pods are wanted', async () => {
    const cluster = await startScaled({ cores: 0.15 });
    await cluster.apps.patchNamespacedDeploymentScale(
      { ...quotes, body: { spec: { replicas: 0 } } },
      as.merge,
    );
    await cluster.clock.advance(20_000);
    expect((await read(cluster)).status?.conditions).toContainEqual(
      expect.objectContaining({
        type: 'ScalingActive',
        reason: 'ScalingDisabled',
      }),
    );
    expect(await replicas(cluster)).toBe(0);
  });

  it('says why it cannot scale where it is not let to', async () => {
    const load = { cores: 0.15, refusal: 'denied the request: no' };
    const cluster = await startScaled(load);
    load.cores = 0.4;
    await cluster.clock.advance(20_000);
    expect(await replicas(cluster)).toBe(3);
    expect((await read(cluster)).status?.conditions).toContainEqual(
      expect.objectContaining({
        type: 'AbleToScale',
        status: 'False',
        reason: 'FailedUpdateScale',
        message: expect.stringContaining('denied the request: no'),
      }),
    );
  });

  it('knows no load where nothing measures it', async () => {
    const cluster = await startCluster();
    await deploy(cluster);
    await createAutoscaler(cluster, { maxReplicas: 9 });
    await cluster.clock.advance(20_000);
    const { spec, status } = await read(cluster);
    expect(spec?.minReplicas).toBe(1);
    expect(status).toMatchObject({ currentReplicas: 3, desiredReplicas: 0 });
    expect(status?.conditions).toContainEqual(
      expect.objectContaining({
        type: 'ScalingActive',
        reason: 'FailedGetResourceMetric',
      }),
    );
  });
});

describe('a disruption budget', () => {
  it.each([
    [{ minAvailable: 2 }, 1, 2],
    [{ minAvailable: '100%' }, 0, 3],
    [{ maxUnavailable: 1 }, 1, 2],
  ])(
    '%j leaves room for %i',
    async (spec, disruptionsAllowed, desiredHealthy) => {
      const cluster = await startCluster();
      await deploy(cluster);
      await cluster.policy.createNamespacedPodDisruptionBudget({
        namespace: 'shop',
        body: {
          metadata: { name: 'quotes' },
          spec: { ...spec, selector: { matchLabels: { app: 'quotes' } } },
        },
      });
      const { status } = await cluster.policy.readNamespacedPodDisruptionBudget(
        quotes,
      );
      expect(status).toMatchObject({
        expectedPods: 3,
        currentHealthy: 3,
        desiredHealthy,
        disruptionsAllowed,
      });
    },
  );
});
