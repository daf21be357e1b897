import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { RealCluster } from '../../realCluster/RealCluster';
import { manifestOf } from './__testUtils__/manifestTexts';
import { ClusterObjects } from './ClusterObjects';
import { objectsIn } from './objectsIn';

jest.setTimeout(120_000);

const cluster = new RealCluster(
  'region-a',
  randomBytes(4).toString('hex'),
  resolve(
    __dirname,
    '../../../../../plugins/sphera-kubernetes/backend/manifests',
  ),
);

afterAll(() =>
  cluster.kubectl(`delete --wait=false namespace ${cluster.workloads}`),
);

const textOf = (wish: Parameters<typeof manifestOf>[0]) =>
  objectsIn(
    manifestOf(wish).replaceAll(
      'namespace: shop',
      `namespace: ${cluster.workloads}`,
    ),
  );

describe('manifests in a real Kubernetes', () => {
  it('are made with their namespace, changed without a rollout too many, and taken away', async () => {
    const objects = new ClusterObjects(cluster.administrator());
    const apply = async (wish: Parameters<typeof manifestOf>[0]) => {
      for (const each of textOf(wish)) await objects.apply(each);
    };
    const deployment = async () =>
      JSON.parse(await cluster.must('get deployment parcels -o json'));

    await apply({ tag: '1.0.0' });
    await cluster.must('rollout status deployment/parcels --timeout=60s');
    const { metadata } = await deployment();
    await apply({ tag: '1.0.0' });
    expect((await deployment()).metadata.generation).toBe(metadata.generation);

    await cluster.must('scale deployment/parcels --replicas=3');
    await cluster.must('annotate deployment/parcels note=hand');
    await apply({ tag: '1.1.0' });
    await cluster.must('rollout status deployment/parcels --timeout=60s');
    expect(await deployment()).toMatchObject({
      metadata: { annotations: { note: 'hand' } },
      spec: {
        replicas: 3,
        template: {
          spec: { containers: [{ image: 'registry.example/parcels:1.1.0' }] },
        },
      },
    });

    for (const each of textOf({})) await objects.remove(each);
    for (const each of textOf({})) await objects.remove(each);
    expect(await cluster.must('get deployment,service,hpa,pdb -o name')).toBe(
      '',
    );
  });
});
