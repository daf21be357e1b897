import {
  deploy,
  deployment,
  startCluster,
  type TestCluster,
} from './__testUtils__/clusters';

async function onePod({ core }: TestCluster) {
  const { items } = await core.listNamespacedPod({ namespace: 'shop' });
  return items[0];
}

async function notes({ core }: TestCluster) {
  const { items } = await core.listNamespacedEvent({ namespace: 'shop' });
  return items.map(({ type, reason, count, involvedObject }) => ({
    type,
    reason,
    count,
    kind: involvedObject.kind,
  }));
}

async function run(image: string, milliseconds: number) {
  const cluster = await startCluster();
  await cluster.apps.createNamespacedDeployment({
    namespace: 'shop',
    body: deployment('quotes', { image: `quotes:${image}`, replicas: 1 }),
  });
  await cluster.clock.advance(milliseconds);
  return cluster;
}

describe('a pod', () => {
  it('is pending, then creating its container, then running, then ready', async () => {
    const cluster = await run('1', 0);
    const stages = new Set<string>();
    for (let step = 0; step < 200; step++) {
      const { status } = await onePod(cluster);
      const [container] = status?.containerStatuses ?? [];
      const state =
        container?.state?.waiting?.reason ??
        (container ? 'started' : 'unscheduled');
      stages.add(`${status?.phase} ${state} ${container?.ready ?? false}`);
      await cluster.clock.advance(100);
    }
    expect([...stages]).toEqual([
      'Pending unscheduled false',
      'Pending ContainerCreating false',
      'Running started false',
      'Running started true',
    ]);
    expect(await notes(cluster)).toEqual(
      expect.arrayContaining(
        ['Scheduled', 'Pulled', 'Created', 'Started'].map(reason =>
          expect.objectContaining({ type: 'Normal', reason, kind: 'Pod' }),
        ),
      ),
    );
  });

  it('crashes again and again where the tag of its image says crash', async () => {
    const cluster = await run('1-crash', 60_000);
    const { status } = await onePod(cluster);
    expect(status?.containerStatuses?.[0]).toMatchObject({
      ready: false,
      restartCount: expect.any(Number),
      lastState: { terminated: { exitCode: 1, reason: 'Error' } },
    });
    expect(status?.containerStatuses?.[0].restartCount).toBeGreaterThan(1);
    expect(await notes(cluster)).toContainEqual(
      expect.objectContaining({ type: 'Warning', reason: 'BackOff' }),
    );
  });

  it('waits in CrashLoopBackOff, longer each time', async () => {
    const cluster = await run('1-crash', 20_000);
    const restartsAfter = async (milliseconds: number) => {
      await cluster.clock.advance(milliseconds);
      const { status } = await onePod(cluster);
      return status?.containerStatuses?.[0].restartCount ?? 0;
    };
    const early = await restartsAfter(600_000);
    const late = await restartsAfter(600_000);
    expect(early).toBeGreaterThan(4);
    expect(late - early).toBeLessThan(early);
    const { status } = await onePod(cluster);
    expect(status?.containerStatuses?.[0].state?.waiting?.message).toMatch(
      /^back-off 300s restarting failed container=main pod=quotes-/,
    );
  });

  it('runs out of memory where the tag says oom', async () => {
    const cluster = await run('1-oom', 20_000);
    const { status } = await onePod(cluster);
    expect(status?.containerStatuses?.[0].lastState?.terminated).toMatchObject({
      exitCode: 137,
      reason: 'OOMKilled',
    });
    expect(await notes(cluster)).toContainEqual(
      expect.objectContaining({ reason: 'OOMKilling' }),
    );
  });

  it('cannot get its image where the tag says missing', async () => {
    const cluster = await run('1-missing', 10_000);
    const { status } = await onePod(cluster);
    expect(status?.phase).toBe('Pending');
    expect(status?.containerStatuses?.[0].state?.waiting).toMatchObject({
      reason: 'ImagePullBackOff',
      message: expect.stringContaining(
        'Back-off pulling image "quotes:1-missing"',
      ),
    });
    expect(await notes(cluster)).toContainEqual(
      expect.objectContaining({ type: 'Warning', reason: 'Failed' }),
    );
  });

  it('finds no node where the tag says pending', async () => {
    const cluster = await run('1-pending', 150_000);
    const { spec, status } = await onePod(cluster);
    expect(spec?.nodeName).toBeUndefined();
    expect(status?.conditions).toContainEqual(
      expect.objectContaining({
        type: 'PodScheduled',
        status: 'False',
        reason: 'Unschedulable',
        message: expect.stringContaining('Insufficient cpu'),
      }),
    );
    expect(await notes(cluster)).toContainEqual({
      type: 'Warning',
      reason: 'FailedScheduling',
      kind: 'Pod',
      count: 3,
    });
  });

  it('is replaced when it is deleted, and ends with grace', async () => {
    const cluster = await startCluster();
    await deploy(cluster, 'quotes', { replicas: 1 });
    const { metadata } = await onePod(cluster);
    const name = metadata?.name ?? '';
    const going = await cluster.core.deleteNamespacedPod({
      namespace: 'shop',
      name,
    });
    expect(going.metadata).toMatchObject({
      name,
      deletionGracePeriodSeconds: 30,
    });
    expect(await notes(cluster)).toContainEqual(
      expect.objectContaining({ reason: 'Killing' }),
    );
    await cluster.clock.advance(20_000);
    const successor = await onePod(cluster);
    expect(successor.metadata?.name).not.toBe(name);
    expect(successor.status?.phase).toBe('Running');
  });
});

describe('events', () => {
  it('are counted where the same happens again', async () => {
    const cluster = await run('1-crash', 300_000);
    const seen = await notes(cluster);
    expect(seen.filter(({ reason }) => reason === 'BackOff')).toEqual([
      expect.objectContaining({ count: expect.any(Number) }),
    ]);
    expect(
      seen.find(({ reason }) => reason === 'BackOff')?.count,
    ).toBeGreaterThan(2);
  });

  it('are gone an hour after they happened last', async () => {
    const cluster = await run('1', 30_000);
    expect(await notes(cluster)).not.toEqual([]);
    await cluster.clock.advance(3_700_000);
    expect(await notes(cluster)).toEqual([]);
  });
});

describe('an image that is pushed late', () => {
  it('is waited for, and runs soon after it has come', async () => {
    const images = new Set<string>();
    const cluster = await startCluster({
      surroundingsOf: () => ({ hasImage: image => images.has(image) }),
    });
    await cluster.apps.createNamespacedDeployment({
      namespace: 'shop',
      body: deployment('quotes', { image: 'quotes:1', replicas: 1 }),
    });
    const container = async () =>
      (await onePod(cluster)).status?.containerStatuses?.[0];
    await cluster.clock.advance(30_000);
    expect((await container())?.state?.waiting?.reason).toMatch(
      /^(ErrImagePull|ImagePullBackOff)$/,
    );
    images.add('quotes:1');
    await cluster.clock.advance(20_000);
    expect(await container()).toMatchObject({ ready: true, restartCount: 0 });
    expect(await notes(cluster)).toContainEqual(
      expect.objectContaining({ reason: 'Pulled' }),
    );
  });
});
