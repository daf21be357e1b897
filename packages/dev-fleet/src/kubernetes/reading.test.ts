import { VersionApi } from '@kubernetes/client-node';
import {
  deploy,
  deployment,
  refusal,
  startCluster,
} from './__testUtils__/clusters';

describe('the API of a cluster', () => {
  it('says its version, its kinds and that it is well, as clients ask first', async () => {
    const { config, fetch } = await startCluster();
    const { gitVersion } = await config.makeApiClient(VersionApi).getCode();
    expect(gitVersion).toMatch(/^v1\./);
    for (const path of ['/livez', '/readyz', '/healthz']) {
      expect(await (await fetch(path)).text()).toBe('ok');
    }
    const { groups } = await (await fetch('/apis')).json();
    expect(groups.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['apps', 'autoscaling', 'policy']),
    );
    const { resources } = await (await fetch('/apis/apps/v1')).json();
    expect(resources).toContainEqual(
      expect.objectContaining({ name: 'deployments/scale', kind: 'Scale' }),
    );
  });

  it('gives one object with all of its defaults', async () => {
    const cluster = await startCluster();
    const { spec, metadata, kind } = await deploy(cluster);
    expect(kind).toBe('Deployment');
    expect(metadata).toMatchObject({
      uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      generation: 1,
    });
    expect(spec).toMatchObject({
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: 600,
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
      },
    });
  });

  it('says in its own words that there is no such object', async () => {
    const { apps } = await startCluster();
    expect(
      await refusal(
        apps.readNamespacedDeployment({ namespace: 'shop', name: 'none' }),
      ),
    ).toMatchObject({
      kind: 'Status',
      code: 404,
      reason: 'NotFound',
      message: 'deployments.apps "none" not found',
      details: { name: 'none', group: 'apps', kind: 'deployments' },
    });
  });

  it('knows no other kinds and no other paths', async () => {
    const { fetch } = await startCluster();
    const unknown = await fetch('/apis/apps/v1/gadgets');
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({
      reason: 'NotFound',
      message: 'the server could not find the requested resource',
    });
    expect((await fetch('/somewhere')).status).toBe(404);
  });

  it('lists one namespace, or all, in order, with the version of the whole', async () => {
    const { apps, standIn } = await startCluster();
    standIn.cluster('here').addNamespace('yard');
    for (const [namespace, name] of [
      ['yard', 'one'],
      ['shop', 'two'],
      ['shop', 'one'],
    ]) {
      const body = deployment(name);
      body.metadata.namespace = namespace;
      await apps.createNamespacedDeployment({ namespace, body });
    }
    const all = await apps.listDeploymentForAllNamespaces();
    expect(
      all.items.map(
        ({ metadata }) => `${metadata?.namespace}/${metadata?.name}`,
      ),
    ).toEqual(['shop/one', 'shop/two', 'yard/one']);
    expect(Number(all.metadata?.resourceVersion)).toBeGreaterThanOrEqual(
      Number(all.items[2].metadata?.resourceVersion),
    );
    const { items } = await apps.listNamespacedDeployment({
      namespace: 'yard',
    });
    expect(items).toHaveLength(1);
  });

  it('leaves the kind out of the items of a list', async () => {
    const cluster = await startCluster();
    await deploy(cluster);
    const answer = await (
      await cluster.fetch('/apis/apps/v1/deployments')
    ).json();
    expect(answer).toMatchObject({
      kind: 'DeploymentList',
      apiVersion: 'apps/v1',
    });
    expect(answer.items[0]).not.toHaveProperty('kind');
  });

  it.each([
    ['app=quotes', ['quotes']],
    ['app==quotes,tier', []],
    ['app!=quotes', ['bookings', 'payments']],
    ['app in (quotes, payments)', ['payments', 'quotes']],
    ['app notin (quotes,payments)', ['bookings']],
    ['!app', []],
    ['app', ['bookings', 'payments', 'quotes']],
  ])('selects by labels: %s', async (labelSelector, names) => {
    const { apps } = await startCluster();
    for (const name of ['quotes', 'bookings', 'payments']) {
      await apps.createNamespacedDeployment({
        namespace: 'shop',
        body: deployment(name),
      });
    }
    const { items } = await apps.listDeploymentForAllNamespaces({
      labelSelector,
    });
    expect(items.map(({ metadata }) => metadata?.name)).toEqual(names);
  });

  it('selects by fields: events of one object', async () => {
    const cluster = await startCluster();
    await deploy(cluster);
    const { items } = await cluster.core.listNamespacedEvent({
      namespace: 'shop',
      fieldSelector:
        'involvedObject.kind=Deployment,involvedObject.name=quotes',
    });
    expect(items.map(({ reason }) => reason)).toEqual(['ScalingReplicaSet']);
  });

  it('refuses selectors that mean nothing', async () => {
    const { core } = await startCluster();
    expect(
      await refusal(
        core.listPodForAllNamespaces({ fieldSelector: 'spec.color=red' }),
      ),
    ).toMatchObject({
      code: 400,
      message: 'field label not supported: spec.color',
    });
    expect(
      await refusal(core.listPodForAllNamespaces({ labelSelector: 'a in b' })),
    ).toMatchObject({ code: 400 });
  });

  it('gives a list in parts that stays as it was when it began', async () => {
    const cluster = await startCluster();
    await deploy(cluster, 'quotes', { replicas: 5 });
    const first = await cluster.core.listPodForAllNamespaces({ limit: 2 });
    expect(first.items).toHaveLength(2);
    expect(first.metadata?.remainingItemCount).toBe(3);
    await deploy(cluster, 'bookings');
    const rest = await cluster.core.listPodForAllNamespaces({
      limit: 10,
      _continue: first.metadata?._continue,
    });
    expect(rest.items).toHaveLength(3);
    expect(rest.metadata?._continue).toBeUndefined();
    expect(rest.metadata?.resourceVersion).toBe(
      first.metadata?.resourceVersion,
    );
  });

  it('says 410 where a list began too long ago to go on', async () => {
    const cluster = await startCluster();
    await deploy(cluster);
    const { metadata } = await cluster.core.listPodForAllNamespaces({
      limit: 1,
    });
    cluster.standIn.cluster('here').compact();
    expect(
      await refusal(
        cluster.core.listPodForAllNamespaces({
          limit: 1,
          _continue: metadata?._continue,
        }),
      ),
    ).toMatchObject({ code: 410, reason: 'Expired' });
  });

  it('says that a version from the future was not reached yet', async () => {
    const { core } = await startCluster();
    expect(
      await refusal(
        core.listPodForAllNamespaces({ resourceVersion: '999999' }),
      ),
    ).toMatchObject({ code: 504, reason: 'Timeout' });
  });
});
