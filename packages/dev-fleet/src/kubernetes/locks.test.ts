import { as, deploy, refusal, startCluster } from './__testUtils__/clusters';

const quotes = { namespace: 'shop', name: 'quotes' };
const sentence = 'quotes is locked by dana: load test until tomorrow';

/** A cluster whose ConfigMap of locks holds one, with somebody's attempts at a deployment. */
async function startLocked(key: string) {
  const cluster = await startCluster();
  await deploy(cluster);
  const patch = (spec: object) =>
    cluster.apps.patchNamespacedDeployment(
      { ...quotes, body: { spec } },
      as.strategic,
    );
  await cluster.core.createNamespace({
    body: { metadata: { name: 'sphera-system' } },
  });
  await patch({
    template: {
      metadata: { labels: { 'backstage.io/kubernetes-id': 'quotes' } },
    },
  });
  await cluster.core.createNamespacedConfigMap({
    namespace: 'sphera-system',
    body: { metadata: { name: 'sphera-locks' }, data: { [key]: sentence } },
  });
  return {
    ...cluster,
    setImage: () =>
      patch({
        template: {
          spec: { containers: [{ name: 'main', image: 'quotes:2' }] },
        },
      }),
    restart: () =>
      patch({
        template: {
          metadata: {
            annotations: { 'kubectl.kubernetes.io/restartedAt': 'now' },
          },
        },
      }),
    scale: () => patch({ replicas: 5 }),
  };
}

describe('a lock in the ConfigMap of a cluster', () => {
  it.each([
    'all.deploy',
    'kubernetes-id.quotes.deploy',
    'deployment.shop.quotes.deploy',
  ])('%s refuses another image, and nothing else', async key => {
    const { setImage, restart, scale } = await startLocked(key);
    expect(await refusal(setImage())).toMatchObject({
      code: 403,
      reason: 'Forbidden',
      message: `deployments.apps "quotes" is forbidden: ValidatingAdmissionPolicy 'sphera-locks-deployments' with binding 'sphera-locks-deployments' denied request: ${sentence}`,
    });
    await expect(restart()).resolves.toBeDefined();
    await expect(scale()).resolves.toBeDefined();
  });

  it('refuses restarts and scaling where it is meant to', async () => {
    const { restart } = await startLocked('all.restart');
    expect((await refusal(restart())).message).toContain(sentence);
    const { scale } = await startLocked('all.scale');
    expect((await refusal(scale())).message).toContain(sentence);
  });

  it('leaves other services alone', async () => {
    const { setImage } = await startLocked('kubernetes-id.bookings.deploy');
    await expect(setImage()).resolves.toBeDefined();
  });
});
