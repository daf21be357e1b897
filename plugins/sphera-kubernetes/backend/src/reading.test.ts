import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { startKubernetes } from './__testUtils__/startKubernetes';
import { run } from './__testUtils__/workloads';

jest.setTimeout(120_000);

type Started = Awaited<ReturnType<typeof startKubernetes>>;
const autoscaler = {
  minReplicas: 2,
  maxReplicas: 6,
  metrics: [
    {
      type: 'Resource' as const,
      resource: {
        name: 'cpu',
        target: { type: 'Utilization' as const, averageUtilization: 70 },
      },
    },
  ],
};

describe('what runs where', () => {
  let portal: Started;
  beforeAll(async () => {
    portal = await startKubernetes({
      config: { drift: { behindAfter: { hours: 12 } } },
      fill(cluster) {
        const isLate = cluster.name === 'production-us';
        const versions = isLate ? ['4.10.0', '4.11.0'] : ['4.11.0', '4.12.1'];
        run(cluster, 'quotes', versions, {
          autoscaler,
          budget: { minAvailable: 2 },
          env: { LOG_LEVEL: isLate ? 'debug' : 'info' },
        });
        if (cluster.name === 'staging-eu') {
          run(cluster, 'ledger', ['1.0.0', '1.1.0-missing'], { isStuck: true });
        }
        run(cluster, 'stray', ['1.0.0']);
      },
      remote: [{ name: 'depot-nord', environment: 'production', region: 'eu' }],
    });
    await portal.seen();
  });
  afterAll(() => portal.stop());
  const get = async (operation: string, query?: object) => {
    const { body, status } = await portal.dana.get(operation, query);
    expect({ status, error: body.error }).toEqual({
      status: 200,
      error: undefined,
    });
    return body;
  };

  it('says how well each cluster is seen, of those that the portal can see', async () => {
    const { items } = await get('list-clusters');
    expect(items).toMatchObject([
      {
        cluster: 'staging-eu',
        environment: 'staging',
        region: 'eu',
        state: 'live',
        deployments: 2,
      },
      { cluster: 'production-eu', state: 'live', deployments: 1 },
      { cluster: 'production-us', state: 'live', deployments: 1 },
    ]);
  });

  it('lists the deployments of services, and none that is no service', async () => {
    const { items, totalItems } = await get('list-deployments');
    expect(totalItems).toBe(4);
    expect(
      items.map((one: any) => [one.service, one.cluster, one.version]),
    ).toEqual([
      ['component:default/ledger', 'staging-eu', '1.1.0-missing'],
      ['component:default/quotes', 'staging-eu', '4.12.1'],
      ['component:default/quotes', 'production-eu', '4.12.1'],
      ['component:default/quotes', 'production-us', '4.11.0'],
    ]);
    expect(items[1]).toMatchObject({
      environment: 'staging',
      region: 'eu',
      namespace: 'selling',
      name: 'quotes',
      stale: false,
      replicas: { desired: 3, ready: 3, updated: 3, available: 3 },
      rollout: { state: 'done' },
      health: 'healthy',
    });
  });

  it('lists page by page, narrowed to places', async () => {
    const first = await get('list-deployments', { limit: 3 });
    expect(first).toMatchObject({ totalItems: 4 });
    const { nextCursor: cursor } = first;
    const rest = await get('list-deployments', { limit: 3, cursor });
    expect(rest.items).toMatchObject([{ cluster: 'production-us' }]);
    expect(rest.nextCursor).toBeUndefined();
    const some = await get('list-deployments', {
      service: 'quotes',
      environment: 'production',
      region: 'us',
    });
    expect(some.items).toMatchObject([{ cluster: 'production-us' }]);
    const other = await portal.dana.get('list-pods', { cursor });
    expect(other.status).toBe(400);
    expect(other.body.error.message).toContain('nextCursor');
  });

  it('says of a rollout that does not go on why', async () => {
    const { items } = await get('list-deployments', { service: 'ledger' });
    expect(items).toMatchObject([
      {
        rollout: {
          state: 'stuck',
          sentence: expect.stringContaining('image missing'),
        },
        trouble: expect.stringMatching(
          /^Image missing: registry\.example .*ledger:1\.1\.0-missing/,
        ),
      },
    ]);
  });

  it('has a row for each service, with its drift', async () => {
    const { items, totalItems } = await get('list-service-deployments');
    expect(totalItems).toBe(2);
    expect(items).toMatchObject([
      { service: 'component:default/ledger', drift: [] },
      {
        service: 'component:default/quotes',
        title: 'quotes',
        owners: ['group:default/booking'],
        deployments: [
          { cluster: 'staging-eu' },
          { cluster: 'production-eu' },
          { cluster: 'production-us', version: '4.11.0' },
        ],
        drift: [{ kind: 'version' }, { kind: 'behind' }, { kind: 'variables' }],
      },
    ]);
    expect(items[1].deployments[0]).not.toHaveProperty('images');
  });

  it.each([
    [{ text: 'QUOT 4.11' }, ['quotes']],
    [{ text: 'nothing like it' }, []],
    [{ team: 'payments' }, ['ledger']],
    [{ team: 'group:default/booking' }, ['quotes']],
    [{ environment: 'production' }, ['quotes']],
    [{ only: 'drift' }, ['quotes']],
    [{ only: 'drift', environment: 'staging' }, []],
    [{ only: 'unhealthy' }, ['ledger']],
    [{ mine: true }, ['quotes']],
    [{ services: ['ledger', 'component:default/labels'] }, ['ledger']],
  ])('finds the rows for %j', async (query, names) => {
    const { items } = await get('list-service-deployments', query);
    expect(items.map(({ title }: { title: string }) => title)).toEqual(names);
  });

  it('knows nothing that a program owns', async () => {
    const { status } = await portal.pipeline.get('list-service-deployments', {
      mine: true,
    });
    expect(status).toBe(403);
  });

  it('says what scales a deployment and keeps its pods', async () => {
    const { items } = await get('list-deployments', { cluster: 'staging-eu' });
    expect(items.map((one: any) => one.safeguards)).toEqual([
      undefined,
      {
        autoscalers: [{ name: 'quotes', minReplicas: 2, maxReplicas: 6 }],
        disruptionBudgets: [{ name: 'quotes', desiredHealthy: 2 }],
      },
    ]);
  });

  it('shows everything about one deployment', async () => {
    const place = {
      cluster: 'production-us',
      namespace: 'selling',
      name: 'quotes',
    };
    const details = await get('get-deployment', place);
    expect(details).toMatchObject({
      ...place,
      service: 'component:default/quotes',
      strategy: { type: 'RollingUpdate' },
      containers: [
        {
          name: 'quotes',
          requests: { cpu: '250m', memory: '256Mi' },
          limits: { memory: '512Mi' },
        },
      ],
      history: [
        { revision: 2, version: '4.11.0', replicas: 3, current: true },
        { revision: 1, version: '4.10.0', replicas: 0, current: false },
      ],
      disruptionBudgets: [{ disruptionsAllowed: 1, desiredHealthy: 2 }],
      pods: [{ state: 'running' }, { state: 'running' }, { state: 'running' }],
      autoscalers: [{ minReplicas: 2, maxReplicas: 6 }],
      drift: [{ kind: 'version' }, { kind: 'behind' }, { kind: 'variables' }],
      restartable: { allowed: true },
    });
    expect(details.conditions.map((one: any) => one.type)).toContain(
      'Progressing',
    );
  });

  it('lists pods with what is wrong with them', async () => {
    const { items, totalItems } = await get('list-pods', {
      service: 'ledger',
    });
    expect(totalItems).toBe(4);
    expect(
      items.filter(({ state }: { state: string }) => state !== 'running'),
    ).toMatchObject([
      {
        state: 'image-missing',
        deployment: 'ledger',
        version: '1.1.0-missing',
        ready: false,
        sentence: expect.stringContaining('Image missing'),
        containers: [{ state: 'waiting' }],
      },
    ]);
    const ofOne = await get('list-pods', {
      cluster: 'production-eu',
      namespace: 'selling',
      deployment: 'quotes',
      limit: 2,
    });
    expect(ofOne).toMatchObject({ totalItems: 3, items: [{}, {}] });
  });

  it('lists what Kubernetes noted, the newest first', async () => {
    await eventually(async () => {
      const { items } = await get('list-events', {
        service: 'ledger',
        severity: 'warning',
      });
      expect(items[0]).toMatchObject({
        deployment: 'ledger',
        cluster: 'staging-eu',
        about: { kind: 'Pod' },
        severity: 'warning',
        reason: expect.any(String),
        count: expect.any(Number),
      });
      const moments = items.map((one: any) => one.lastAt);
      expect(moments).toEqual([...moments].sort().reverse());
    });
    const { items } = await get('list-events', {
      service: 'ledger',
      severity: 'normal',
    });
    expect(items.every((one: any) => one.severity === 'normal')).toBe(true);
  });

  it('lists autoscalers with what is allowed', async () => {
    const { items, totalItems } = await get('list-autoscalers', {
      service: 'quotes',
    });
    expect(totalItems).toBe(3);
    expect(items[0]).toMatchObject({
      deployment: 'quotes',
      minReplicas: 2,
      maxReplicas: 6,
      perPod: { cpuCores: 0.25, memoryBytes: 256 * 2 ** 20 },
      allowed: { minReplicas: { from: 1, to: 50 } },
    });
  });

  it('lists drift by kind and place', async () => {
    const kinds = async (query: object) => {
      const { items } = await get('list-drift', query);
      return items.map(({ kind }: { kind: string }) => kind);
    };
    expect(await kinds({})).toEqual(['version', 'behind', 'variables']);
    expect(await kinds({ kind: 'behind' })).toEqual(['behind']);
    expect(await kinds({ environment: 'staging' })).toEqual([]);
    expect(await kinds({ cluster: 'production-eu' })).toEqual([
      'version',
      'variables',
    ]);
  });

  it('says of a deployment that there is none where to look', async () => {
    const place = { cluster: 'staging-eu', namespace: 'selling', name: 'no' };
    const { body, status } = await portal.dana.get('get-deployment', place);
    expect(status).toBe(404);
    expect(body.error.message).toBe(
      'There is no deployment no in the namespace selling of staging-eu: list-deployments says what there is',
    );
    const stray = { ...place, name: 'stray' };
    const other = await portal.dana.get('get-deployment', stray);
    expect(other.status).toBe(404);
    expect(other.body.error.message).toContain(
      'belongs to no service of the catalog: give it the label backstage.io/kubernetes-id',
    );
    const nowhere = { ...place, cluster: 'moon' };
    const unknown = await portal.dana.get('get-deployment', nowhere);
    expect(unknown.status).toBe(400);
    expect(unknown.body.error.message).toContain('production-us');
  });
});

describe('a fleet that moves', () => {
  it('is seen in answers at once, and open pages are told', async () => {
    const portal = await startKubernetes({
      fill: cluster => run(cluster, 'quotes', ['4.12.1']),
    });
    try {
      await portal.seen();
      await eventually(async () => {
        const { body } = await portal.dana.get('list-pods');
        expect(body.totalItems).toBe(9);
      });
      portal.signals.length = 0;
      run(portal.standIn.cluster('production-us'), 'ledger', ['1.0.0']);
      await eventually(async () => {
        const { body } = await portal.dana.get('list-service-deployments');
        expect(body.totalItems).toBe(2);
      });
      await eventually(async () =>
        expect(portal.signals).toContainEqual(
          expect.objectContaining({
            service: 'component:default/ledger',
            environment: 'production',
            region: 'us',
            cluster: 'production-us',
          }),
        ),
      );
    } finally {
      await portal.stop();
    }
  });

  it('goes on being shown when a cluster is down: what is old says so', async () => {
    const portal = await startKubernetes({
      fill: cluster => run(cluster, 'quotes', ['4.12.1']),
    });
    try {
      await portal.seen();
      portal.standIn.fault('production-us', 'down');
      await eventually(async () => {
        const { body } = await portal.dana.get('list-clusters');
        expect(body.items[2]).toMatchObject({
          cluster: 'production-us',
          state: 'lost',
          problem: expect.any(String),
        });
      });
      await eventually(async () => {
        const { body } = await portal.dana.get('list-deployments');
        expect(
          body.items.map((one: any) => [one.cluster, one.stale, one.version]),
        ).toEqual([
          ['staging-eu', false, '4.12.1'],
          ['production-eu', false, '4.12.1'],
          ['production-us', true, '4.12.1'],
        ]);
      });
    } finally {
      await portal.stop();
    }
  });
});
