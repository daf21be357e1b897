import { PassThrough } from 'node:stream';
import { Log } from '@kubernetes/client-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import {
  deploy,
  deployment,
  refusal,
  startCluster,
  type TestCluster,
} from './__testUtils__/clusters';

async function podName({ core }: TestCluster) {
  const { items } = await core.listNamespacedPod({ namespace: 'shop' });
  return items[0].metadata?.name ?? '';
}

const readLog = async (cluster: TestCluster, options: object = {}) =>
  cluster.core.readNamespacedPodLog({
    namespace: 'shop',
    name: await podName(cluster),
    ...options,
  });

const lines = (text: string) => text.split('\n').filter(Boolean);

describe('the log of a container', () => {
  it('holds what a service writes, and grows', async () => {
    const cluster = await startCluster();
    await deploy(cluster, 'quotes', { replicas: 1 });
    await cluster.clock.advance(60_000);
    const first = lines(await readLog(cluster));
    expect(JSON.parse(first[0])).toEqual({
      level: 'info',
      service: 'quotes',
      msg: 'starting',
    });
    await cluster.clock.advance(60_000);
    const later = lines(await readLog(cluster));
    expect(later.length).toBeGreaterThan(first.length);
    expect(later.slice(0, first.length)).toEqual(first);
  });

  it('has an error now and then', async () => {
    const cluster = await startCluster();
    await deploy(cluster, 'quotes', { replicas: 1 });
    await cluster.clock.advance(3_600_000);
    const levels = lines(await readLog(cluster)).map(
      line => JSON.parse(line).level,
    );
    expect(levels).toContain('error');
    expect(levels.filter(level => level === 'error').length).toBeLessThan(
      levels.length / 20,
    );
  });

  it('gives the last lines with their times', async () => {
    const cluster = await startCluster();
    await deploy(cluster, 'quotes', { replicas: 1 });
    await cluster.clock.advance(600_000);
    const last = lines(
      await readLog(cluster, { tailLines: 5, timestamps: true }),
    );
    expect(last).toHaveLength(5);
    for (const line of last) {
      expect(line).toMatch(/^2026-11-24T12:\d\d:\d\d\.\d{9}Z \{/);
    }
    const times = last.map(line => line.split(' ')[0]);
    expect(times).toEqual([...times].sort());
    const recent = lines(
      await readLog(cluster, { sinceSeconds: 60, timestamps: true }),
    );
    expect(recent.length).toBeGreaterThan(10);
    expect(recent[0] >= '2026-11-24T12:09').toBe(true);
  });

  it('is followed while it is written', async () => {
    const cluster = await startCluster();
    await deploy(cluster, 'quotes', { replicas: 1 });
    const stream = new PassThrough();
    let text = '';
    stream.on('data', chunk => (text += chunk));
    const controller = await new Log(cluster.config).log(
      'shop',
      await podName(cluster),
      'main',
      stream,
      { follow: true, tailLines: 1 },
    );
    await eventually(() => expect(lines(text)).toHaveLength(1));
    await cluster.clock.advance(20_000);
    const whole = lines(await readLog(cluster));
    await eventually(() => {
      expect(lines(text).length).toBeGreaterThan(5);
      expect(whole.slice(-lines(text).length)).toEqual(lines(text));
    });
    controller.abort();
  });

  it('ends for those who follow it when the pod is gone', async () => {
    const cluster = await startCluster();
    await deploy(cluster, 'quotes', { replicas: 1 });
    const name = await podName(cluster);
    const response = await cluster.fetch(
      `/api/v1/namespaces/shop/pods/${name}/log?follow=true`,
    );
    await cluster.core.deleteNamespacedPod({ namespace: 'shop', name });
    await cluster.clock.advance(20_000);
    expect(await response.text()).toContain('starting');
  });

  it('of the run before tells why a container crashed', async () => {
    const cluster = await startCluster();
    await cluster.apps.createNamespacedDeployment({
      namespace: 'shop',
      body: deployment('quotes', { image: 'quotes:1-crash', replicas: 1 }),
    });
    await cluster.clock.advance(30_000);
    const previous = lines(await readLog(cluster, { previous: true }));
    expect(previous[0]).toContain('starting');
    expect(previous[previous.length - 1]).toContain('exiting with status 1');
  });

  it('of a container that never ran says so', async () => {
    const cluster = await startCluster();
    await cluster.apps.createNamespacedDeployment({
      namespace: 'shop',
      body: deployment('quotes', { image: 'quotes:1-missing', replicas: 1 }),
    });
    await cluster.clock.advance(10_000);
    const name = await podName(cluster);
    expect(await refusal(readLog(cluster))).toMatchObject({
      code: 400,
      reason: 'BadRequest',
      message: `container "main" in pod "${name}" is waiting to start: ImagePullBackOff`,
    });
  });

  it('of a run before that never was says so', async () => {
    const cluster = await startCluster();
    await deploy(cluster, 'quotes', { replicas: 1 });
    const name = await podName(cluster);
    expect(await refusal(readLog(cluster, { previous: true }))).toMatchObject({
      code: 400,
      message: `previous terminated container "main" in pod "${name}" not found`,
    });
    expect(
      await refusal(readLog(cluster, { container: 'none' })),
    ).toMatchObject({
      code: 400,
      message: `container none is not valid for pod ${name}`,
    });
  });

  it('of a pod with several containers needs the name of one', async () => {
    const cluster = await startCluster();
    const body = deployment('quotes', { replicas: 1 });
    body.spec.template.spec.containers.push({
      ...body.spec.template.spec.containers[0],
      name: 'proxy',
    });
    await cluster.apps.createNamespacedDeployment({ namespace: 'shop', body });
    await cluster.clock.advance(20_000);
    expect((await refusal(readLog(cluster))).message).toMatch(
      /^a container name must be specified for pod quotes-.*, choose one of: \[main proxy\]$/,
    );
    expect(await readLog(cluster, { container: 'proxy' })).toContain(
      'starting',
    );
  });
});
