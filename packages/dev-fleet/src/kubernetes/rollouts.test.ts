import {
  as,
  deploy,
  deployment,
  startCluster,
  type TestCluster,
} from './__testUtils__/clusters';

const quotes = { namespace: 'shop', name: 'quotes' };

const setImage = ({ apps }: TestCluster, image: string) =>
  apps.patchNamespacedDeployment(
    {
      ...quotes,
      body: {
        spec: { template: { spec: { containers: [{ name: 'main', image }] } } },
      },
    },
    as.strategic,
  );

const patchSpec = ({ apps }: TestCluster, spec: object) =>
  apps.patchNamespacedDeployment({ ...quotes, body: { spec } }, as.merge);

const read = ({ apps }: TestCluster) => apps.readNamespacedDeployment(quotes);

async function setsOf({ apps }: TestCluster) {
  const { items } = await apps.listNamespacedReplicaSet({ namespace: 'shop' });
  return items
    .map(({ metadata, spec, status }) => ({
      revision: Number(
        metadata?.annotations?.['deployment.kubernetes.io/revision'],
      ),
      image: spec?.template?.spec?.containers[0].image,
      replicas: spec?.replicas,
      ready: status?.readyReplicas ?? 0,
      owner: metadata?.ownerReferences?.[0].name,
    }))
    .sort((one, other) => one.revision - other.revision);
}

async function conditionOf(cluster: TestCluster, type: string) {
  const { status } = await read(cluster);
  return status?.conditions?.find(condition => condition.type === type);
}

describe('a deployment', () => {
  it('makes a ReplicaSet with pods, which become ready after a few seconds', async () => {
    const cluster = await startCluster();
    await cluster.apps.createNamespacedDeployment({
      namespace: 'shop',
      body: deployment(),
    });
    await cluster.clock.advance(500);
    expect((await read(cluster)).status).toMatchObject({
      replicas: 3,
      unavailableReplicas: 3,
    });
    expect(await conditionOf(cluster, 'Available')).toMatchObject({
      status: 'False',
      reason: 'MinimumReplicasUnavailable',
    });
    await cluster.clock.advance(20_000);
    expect((await read(cluster)).status).toMatchObject({
      observedGeneration: 1,
      replicas: 3,
      updatedReplicas: 3,
      readyReplicas: 3,
      availableReplicas: 3,
    });
    expect(await conditionOf(cluster, 'Progressing')).toMatchObject({
      status: 'True',
      reason: 'NewReplicaSetAvailable',
    });
    expect(await setsOf(cluster)).toEqual([
      expect.objectContaining({ revision: 1, ready: 3, owner: 'quotes' }),
    ]);
  });

  it('rolls a new version out within its margins', async () => {
    const cluster = await startCluster();
    await deploy(cluster, 'quotes', {
      replicas: 4,
      spec: {
        strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 1 } },
      },
    });
    await setImage(cluster, 'registry.example/quotes:2.0.0');
    for (let second = 0; second < 90; second++) {
      await cluster.clock.advance(1_000);
      const { status } = await read(cluster);
      expect(status?.replicas).toBeLessThanOrEqual(5);
      expect(status?.availableReplicas).toBeGreaterThanOrEqual(3);
    }
    expect(await setsOf(cluster)).toEqual([
      expect.objectContaining({ revision: 1, replicas: 0 }),
      expect.objectContaining({ revision: 2, replicas: 4, ready: 4 }),
    ]);
    const { metadata } = await read(cluster);
    expect(metadata?.annotations).toMatchObject({
      'deployment.kubernetes.io/revision': '2',
    });
  });

  it('takes all pods down first where its strategy is Recreate', async () => {
    const cluster = await startCluster();
    await deploy(cluster, 'quotes', {
      spec: { strategy: { type: 'Recreate' } },
    });
    await setImage(cluster, 'registry.example/quotes:2.0.0');
    let least = 3;
    for (let step = 0; step < 80; step++) {
      await cluster.clock.advance(250);
      const sets = await setsOf(cluster);
      const { items } = await cluster.core.listNamespacedPod({
        namespace: 'shop',
      });
      const images = new Set(
        items.map(({ spec }) => spec?.containers[0].image),
      );
      expect(images.size).toBeLessThanOrEqual(1);
      least = Math.min(
        least,
        sets.reduce((sum, { ready }) => sum + ready, 0),
      );
    }
    expect(least).toBe(0);
    expect((await read(cluster)).status?.readyReplicas).toBe(3);
  });

  it('restarts as kubectl does: all pods are replaced, the version stays', async () => {
    const cluster = await startCluster();
    await deploy(cluster);
    const names = async () => {
      const { items } = await cluster.core.listNamespacedPod({
        namespace: 'shop',
      });
      return items.map(({ metadata }) => metadata?.name);
    };
    const before = await names();
    await cluster.apps.patchNamespacedDeployment(
      {
        ...quotes,
        body: {
          spec: {
            template: {
              metadata: {
                annotations: {
                  'kubectl.kubernetes.io/restartedAt': '2026-11-24T12:00:00Z',
                },
              },
            },
          },
        },
      },
      as.strategic,
    );
    await cluster.clock.advance(60_000);
    const after = await names();
    expect(after).toHaveLength(3);
    expect(after.filter(name => before.includes(name))).toEqual([]);
  });

  it('goes back to an earlier ReplicaSet, which becomes the newest revision', async () => {
    const cluster = await startCluster();
    await deploy(cluster);
    await setImage(cluster, 'registry.example/quotes:2.0.0');
    await cluster.clock.advance(60_000);
    await setImage(cluster, 'registry.example/quotes:1.0.0');
    await cluster.clock.advance(60_000);
    expect(await setsOf(cluster)).toEqual([
      expect.objectContaining({ revision: 2, replicas: 0 }),
      expect.objectContaining({
        revision: 3,
        image: 'registry.example/quotes:1.0.0',
        replicas: 3,
      }),
    ]);
  });

  it('rolls nothing out while it is paused', async () => {
    const cluster = await startCluster();
    await deploy(cluster);
    await patchSpec(cluster, { paused: true });
    await setImage(cluster, 'registry.example/quotes:2.0.0');
    await cluster.clock.advance(60_000);
    expect(await setsOf(cluster)).toHaveLength(1);
    await patchSpec(cluster, { replicas: 5 });
    await cluster.clock.advance(20_000);
    expect((await read(cluster)).status?.readyReplicas).toBe(5);
    await patchSpec(cluster, { paused: false });
    await cluster.clock.advance(60_000);
    expect(await setsOf(cluster)).toHaveLength(2);
  });

  it('says that it passed its deadline where new pods do not become ready', async () => {
    const cluster = await startCluster();
    await deploy(cluster, 'quotes', { spec: { progressDeadlineSeconds: 60 } });
    await setImage(cluster, 'registry.example/quotes:2.0.0-crash');
    await cluster.clock.advance(30_000);
    expect(await conditionOf(cluster, 'Progressing')).toMatchObject({
      status: 'True',
    });
    await cluster.clock.advance(60_000);
    expect(await conditionOf(cluster, 'Progressing')).toMatchObject({
      status: 'False',
      reason: 'ProgressDeadlineExceeded',
      message: expect.stringMatching(
        /^ReplicaSet "quotes-.*" has timed out progressing\.$/,
      ),
    });
    expect((await read(cluster)).status?.readyReplicas).toBe(3);
    await setImage(cluster, 'registry.example/quotes:2.0.1');
    await cluster.clock.advance(60_000);
    expect(await conditionOf(cluster, 'Progressing')).toMatchObject({
      reason: 'NewReplicaSetAvailable',
    });
  });

  it('keeps as many old ReplicaSets as it is told to', async () => {
    const cluster = await startCluster();
    await deploy(cluster, 'quotes', { spec: { revisionHistoryLimit: 2 } });
    for (const version of [2, 3, 4, 5]) {
      await setImage(cluster, `registry.example/quotes:${version}`);
      await cluster.clock.advance(60_000);
    }
    const sets = await setsOf(cluster);
    expect(sets.map(({ revision }) => revision)).toEqual([3, 4, 5]);
  });

  it('counts pods as available only after minReadySeconds', async () => {
    const cluster = await startCluster();
    await cluster.apps.createNamespacedDeployment({
      namespace: 'shop',
      body: deployment('quotes', { spec: { minReadySeconds: 60 } }),
    });
    await cluster.clock.advance(30_000);
    const { status } = await read(cluster);
    expect(status?.readyReplicas).toBe(3);
    expect(status?.availableReplicas).toBeUndefined();
    await cluster.clock.advance(60_000);
    expect((await read(cluster)).status?.availableReplicas).toBe(3);
  });
});
