import { startCluster } from './__testUtils__/clusters';
import { fillFleet, steadySurroundings } from './fillFleet';

describe('a generated fleet', () => {
  it('has as many services and pods as it is asked for, and stays as it is', async () => {
    const cluster = await startCluster({
      fill: fillFleet({ services: 30, podsPerDeployment: 3 }),
      surroundingsOf: () => steadySurroundings,
    });
    const { apps, core, autoscaling, policy } = cluster;
    const counts = async () =>
      (
        await Promise.all([
          apps.listDeploymentForAllNamespaces(),
          apps.listReplicaSetForAllNamespaces(),
          core.listPodForAllNamespaces(),
          autoscaling.listHorizontalPodAutoscalerForAllNamespaces(),
          policy.listPodDisruptionBudgetForAllNamespaces(),
        ])
      ).map(({ items }) => items.length);
    expect(await counts()).toEqual([30, 60, 90, 30, 30]);
    const { version } = cluster.standIn.cluster('here').store;
    await cluster.clock.advance(120_000);
    expect(await counts()).toEqual([30, 60, 90, 30, 30]);
    expect(cluster.standIn.cluster('here').store.version).toBe(version);
  });

  it('moves like any other where somebody touches it', async () => {
    const cluster = await startCluster({
      fill: fillFleet({ services: 2, podsPerDeployment: 2 }),
    });
    const place = { namespace: 'team-0', name: 'service-0001' };
    const { spec, metadata } = await cluster.apps.readNamespacedDeployment(
      place,
    );
    await cluster.apps.replaceNamespacedDeployment({
      ...place,
      body: { metadata, spec: { ...spec!, replicas: 4 } },
    });
    await cluster.clock.advance(20_000);
    const { status } = await cluster.apps.readNamespacedDeployment(place);
    expect(status?.readyReplicas).toBe(4);
  });
});
