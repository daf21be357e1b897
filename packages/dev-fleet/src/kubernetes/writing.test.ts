import {
  as,
  deploy,
  deployment,
  refusal,
  startCluster,
} from './__testUtils__/clusters';

const quotes = { namespace: 'shop', name: 'quotes' };

describe('writing to a cluster', () => {
  it('counts the generation up where what is wanted changes, and only there', async () => {
    const cluster = await startCluster();
    const created = await deploy(cluster);
    expect(created.metadata?.generation).toBe(1);
    const labelled = await cluster.apps.patchNamespacedDeployment(
      { ...quotes, body: { metadata: { labels: { tier: 'gold' } } } },
      as.merge,
    );
    expect(labelled.metadata?.generation).toBe(1);
    const scaled = await cluster.apps.patchNamespacedDeployment(
      { ...quotes, body: { spec: { replicas: 4 } } },
      as.merge,
    );
    expect(scaled.metadata?.generation).toBe(2);
    expect(scaled.status?.readyReplicas).toBe(3);
  });

  it('writes nothing where a patch changes nothing', async () => {
    const cluster = await startCluster();
    const { metadata } = await deploy(cluster);
    const same = await cluster.apps.patchNamespacedDeployment(
      { ...quotes, body: { spec: { replicas: 3 } } },
      as.merge,
    );
    expect(same.metadata?.resourceVersion).toBe(metadata?.resourceVersion);
  });

  it('refuses to create what exists, or in a namespace that does not', async () => {
    const cluster = await startCluster();
    await deploy(cluster);
    const create = (namespace: string) => {
      const body = deployment();
      body.metadata.namespace = namespace;
      return refusal(
        cluster.apps.createNamespacedDeployment({ namespace, body }),
      );
    };
    expect(await create('shop')).toMatchObject({
      code: 409,
      reason: 'AlreadyExists',
      message: 'deployments.apps "quotes" already exists',
    });
    expect(await create('moon')).toMatchObject({
      code: 404,
      message: 'namespaces "moon" not found',
    });
  });

  it('lets only the first of two replace the same version', async () => {
    const cluster = await startCluster();
    await cluster.core.createNamespacedConfigMap({
      namespace: 'shop',
      body: { metadata: { name: 'settings' }, data: { a: '1' } },
    });
    const place = { namespace: 'shop', name: 'settings' };
    const read = await cluster.core.readNamespacedConfigMap(place);
    const replace = (data: Record<string, string>) =>
      cluster.core.replaceNamespacedConfigMap({
        ...place,
        body: { metadata: read.metadata, data },
      });
    await replace({ a: '2' });
    expect(await refusal(replace({ a: '3' }))).toMatchObject({
      code: 409,
      reason: 'Conflict',
      message:
        'Operation cannot be fulfilled on configmaps "settings": the object has been modified; please apply your changes to the latest version and try again',
    });
    expect((await cluster.core.readNamespacedConfigMap(place)).data).toEqual({
      a: '2',
    });
  });

  it('merges containers and variables by name in a strategic merge patch', async () => {
    const cluster = await startCluster();
    await deploy(cluster);
    const patched = await cluster.apps.patchNamespacedDeployment(
      {
        ...quotes,
        body: {
          spec: {
            template: {
              metadata: { annotations: { note: 'new' } },
              spec: {
                containers: [
                  { name: 'main', env: [{ name: 'PORT', value: '8080' }] },
                  { name: 'proxy', image: 'proxy:2' },
                ],
              },
            },
          },
        },
      },
      as.strategic,
    );
    const [main, proxy] = patched.spec?.template.spec?.containers ?? [];
    expect(main).toMatchObject({
      image: 'registry.example/quotes:1.0.0',
      env: [
        { name: 'LOG_LEVEL', value: 'info' },
        { name: 'PORT', value: '8080' },
      ],
    });
    expect(proxy.name).toBe('proxy');
    const removed = await cluster.apps.patchNamespacedDeployment(
      {
        ...quotes,
        body: {
          spec: {
            template: {
              spec: { containers: [{ name: 'proxy', $patch: 'delete' }] },
            },
          },
        },
      },
      as.strategic,
    );
    expect(removed.spec?.template.spec?.containers).toHaveLength(1);
  });

  it('replaces lists and takes away what is null in a merge patch', async () => {
    const cluster = await startCluster();
    await deploy(cluster);
    const patched = await cluster.apps.patchNamespacedDeployment(
      {
        ...quotes,
        body: {
          metadata: { labels: { app: null, tier: 'gold' } },
          spec: {
            template: {
              spec: { containers: [{ name: 'other', image: 'other:1' }] },
            },
          },
        },
      },
      as.merge,
    );
    expect(patched.metadata?.labels).toEqual({ tier: 'gold' });
    expect(
      patched.spec?.template.spec?.containers.map(({ name }) => name),
    ).toEqual(['other']);
  });

  it('applies a JSON patch as a whole or not at all', async () => {
    const cluster = await startCluster();
    await deploy(cluster);
    const patch = (tested: number) =>
      cluster.apps.patchNamespacedDeployment(
        {
          ...quotes,
          body: [
            { op: 'replace', path: '/spec/replicas', value: 5 },
            { op: 'test', path: '/spec/minReadySeconds', value: tested },
          ],
        },
        as.json,
      );
    expect(await refusal(patch(1))).toMatchObject({
      code: 422,
      reason: 'Invalid',
      message: 'the server rejected our request due to an error in our request',
    });
    const { spec } = await cluster.apps.readNamespacedDeployment(quotes);
    expect(spec?.replicas).toBe(3);
    const patched = await cluster.apps.patchNamespacedDeployment(
      {
        ...quotes,
        body: [
          { op: 'test', path: '/spec/replicas', value: 3 },
          { op: 'replace', path: '/spec/replicas', value: 5 },
        ],
      },
      as.json,
    );
    expect(patched.spec?.replicas).toBe(5);
  });

  it('refuses a patch of a version that is no longer current', async () => {
    const cluster = await startCluster();
    await deploy(cluster);
    expect(
      await refusal(
        cluster.apps.patchNamespacedDeployment(
          {
            ...quotes,
            body: { metadata: { resourceVersion: '7' }, spec: { replicas: 9 } },
          },
          as.merge,
        ),
      ),
    ).toMatchObject({ code: 409, reason: 'Conflict' });
  });

  it('takes no other kinds of patches', async () => {
    const cluster = await startCluster();
    await deploy(cluster);
    const response = await cluster.fetch(
      '/apis/apps/v1/namespaces/shop/deployments/quotes',
      {
        method: 'PATCH',
        headers: { 'content-type': 'application/apply-patch+yaml' },
        body: 'spec: {}',
      },
    );
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({
      reason: 'UnsupportedMediaType',
    });
  });

  it('scales through the scale of a deployment', async () => {
    const cluster = await startCluster();
    await deploy(cluster);
    const scale = await cluster.apps.readNamespacedDeploymentScale(quotes);
    expect(scale).toMatchObject({
      spec: { replicas: 3 },
      status: { replicas: 3, selector: 'app=quotes' },
    });
    await cluster.apps.replaceNamespacedDeploymentScale({
      ...quotes,
      body: { ...scale, spec: { replicas: 1 } },
    });
    await cluster.clock.advance(10_000);
    const { items } = await cluster.core.listNamespacedPod({
      namespace: 'shop',
    });
    expect(items).toHaveLength(1);
    const patched = await cluster.apps.patchNamespacedDeploymentScale(
      { ...quotes, body: { spec: { replicas: 2 } } },
      as.merge,
    );
    expect(patched.spec?.replicas).toBe(2);
  });

  it.each([
    ['a name that is none', { name: 'Quotes_' }, 'metadata.name'],
    ['fewer than no pods', { replicas: -1 }, 'spec.replicas'],
    ['a count that is none', { replicas: 'many' }, 'spec.replicas'],
    ['no image', { image: '' }, 'spec.template.spec.containers[0].image'],
  ])('refuses %s', async (_what, { name, ...more }: any, field) => {
    const { apps } = await startCluster();
    const { code, reason, details, message } = await refusal(
      apps.createNamespacedDeployment({
        namespace: 'shop',
        body: deployment(name ?? 'quotes', more),
      }),
    );
    expect({ code, reason }).toEqual({ code: 422, reason: 'Invalid' });
    expect(details?.causes?.[0].field).toBe(field);
    expect(message).toMatch(/^Deployment\.apps ".*" is invalid: /);
  });

  it('refuses an autoscaler whose most is less than its least', async () => {
    const { autoscaling } = await startCluster();
    const { code, message } = await refusal(
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
            minReplicas: 5,
            maxReplicas: 2,
          },
        },
      }),
    );
    expect(code).toBe(422);
    expect(message).toBe(
      'HorizontalPodAutoscaler.autoscaling "quotes" is invalid: spec.maxReplicas: Invalid value: 2: must be greater than or equal to `minReplicas`',
    );
  });

  it('refuses another selector for a deployment that has one', async () => {
    const cluster = await startCluster();
    await deploy(cluster);
    const { message } = await refusal(
      cluster.apps.patchNamespacedDeployment(
        {
          ...quotes,
          body: {
            spec: {
              selector: { matchLabels: { app: 'other' } },
              template: { metadata: { labels: { app: 'other' } } },
            },
          },
        },
        as.merge,
      ),
    );
    expect(message).toMatch(/spec\.selector: .*field is immutable$/);
  });

  it('only tries where dryRun is asked for', async () => {
    const cluster = await startCluster();
    const body = deployment();
    await cluster.apps.createNamespacedDeployment({
      namespace: 'shop',
      body,
      dryRun: 'All',
    });
    const { items } = await cluster.apps.listDeploymentForAllNamespaces();
    expect(items).toEqual([]);
  });

  it('keeps spec and status apart', async () => {
    const cluster = await startCluster();
    await deploy(cluster);
    const path = '/apis/apps/v1/namespaces/shop/deployments/quotes';
    const patch = async (to: string) => {
      const response = await cluster.fetch(to, {
        method: 'PATCH',
        headers: { 'content-type': 'application/merge-patch+json' },
        body: JSON.stringify({
          spec: { replicas: 4 },
          status: { replicas: 9 },
        }),
      });
      return response.json();
    };
    expect(await patch(`${path}/status`)).toMatchObject({
      spec: { replicas: 3 },
      status: { replicas: 9 },
    });
    const { spec, status } = await patch(path);
    expect(spec.replicas).toBe(4);
    expect(status.replicas).toBe(3);
  });

  it('deletes a deployment with its ReplicaSets and pods', async () => {
    const cluster = await startCluster();
    await deploy(cluster);
    expect(await cluster.apps.deleteNamespacedDeployment(quotes)).toMatchObject(
      { status: 'Success' },
    );
    await cluster.clock.advance(10_000);
    const sets = await cluster.apps.listReplicaSetForAllNamespaces();
    const pods = await cluster.core.listPodForAllNamespaces();
    expect([...sets.items, ...pods.items]).toEqual([]);
  });

  it('refuses to delete another version than the one that is meant', async () => {
    const cluster = await startCluster();
    await deploy(cluster);
    expect(
      await refusal(
        cluster.apps.deleteNamespacedDeployment({
          ...quotes,
          body: { preconditions: { resourceVersion: '7' } },
        }),
      ),
    ).toMatchObject({ code: 409, reason: 'Conflict' });
  });

  it('refuses bodies that are no objects, and methods that mean nothing', async () => {
    const { fetch } = await startCluster();
    const path = '/apis/apps/v1/namespaces/shop/deployments';
    const json = { 'content-type': 'application/json' };
    const broken = await fetch(path, {
      method: 'POST',
      headers: json,
      body: '{',
    });
    expect(broken.status).toBe(400);
    const other = await fetch(path, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ ...deployment(), kind: 'Pod' }),
    });
    expect(other.status).toBe(400);
    const nowhere = await fetch(path, {
      method: 'PUT',
      headers: json,
      body: '{}',
    });
    expect(nowhere.status).toBe(405);
    expect(await nowhere.json()).toMatchObject({ reason: 'MethodNotAllowed' });
  });
});
