import { startCluster, type TestCluster } from './__testUtils__/clusters';
import type { Fault } from './faults';

const control = async ({ standIn }: TestCluster, body: object) => {
  const response = await fetch(`${standIn.url}/faults`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
};

const list = ({ fetch: send }: TestCluster, timeout = 30_000) =>
  send('/apis/apps/v1/deployments', { signal: AbortSignal.timeout(timeout) });

/** Opens a watch: what it ends with. */
async function openWatch(cluster: TestCluster) {
  const response = await cluster.fetch('/api/v1/pods?watch=true');
  const end = response.text().then(
    () => 'ended',
    () => 'broken',
  );
  return { end };
}

const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { namespace: 'shop', name: 'quotes' },
  spec: { containers: [{ name: 'main', image: 'quotes:1' }] },
};

const twoClusters = () => startCluster({ clusters: ['here', 'there'] });

describe('a cluster', () => {
  it('outlives clients that go away in the middle, and paths that are broken', async () => {
    const cluster = await twoClusters();
    const body = new ReadableStream({
      start: controller => controller.enqueue(new TextEncoder().encode('{')),
    });
    await expect(
      cluster.fetch('/api/v1/namespaces/shop/configmaps', {
        method: 'POST',
        body,
        duplex: 'half',
        signal: AbortSignal.timeout(200),
      } as RequestInit),
    ).rejects.toThrow('timeout');
    await cluster.fetch('/api/v1/namespaces/%E0%A4%A/pods');
    expect((await list(cluster)).status).toBe(200);
  });
});

describe('a fault', () => {
  it('down: connections are reset, and open watches break', async () => {
    const cluster = await twoClusters();
    const watching = await openWatch(cluster);
    await control(cluster, { cluster: 'here', fault: 'down' });
    await expect(list(cluster)).rejects.toThrow('fetch failed');
    expect(await watching.end).toBe('broken');
  });

  it('leaves the other clusters alone', async () => {
    const cluster = await twoClusters();
    cluster.standIn.fault('here', 'down');
    const there = await fetch(`${cluster.standIn.urlOf('there')}/readyz`);
    expect(there.status).toBe(200);
  });

  it('rubbish: HTML comes in place of JSON', async () => {
    const cluster = await twoClusters();
    cluster.standIn.fault('here', 'rubbish');
    expect(await (await list(cluster)).text()).toMatch(/^<!doctype html>/);
  });

  it('unauthorized: a token that was good is no longer', async () => {
    const cluster = await twoClusters();
    cluster.standIn.fault('here', 'unauthorized');
    expect((await list(cluster)).status).toBe(401);
  });

  it.each<Fault>(['slow', 'silent'])(
    '%s: no answer comes for a long time',
    async fault => {
      const cluster = await twoClusters();
      cluster.standIn.fault('here', fault);
      await expect(list(cluster, 300)).rejects.toThrow('timeout');
    },
  );

  it('silent: open watches stay, and hear nothing', async () => {
    const cluster = await twoClusters();
    const response = await cluster.fetch('/api/v1/pods?watch=true');
    cluster.standIn.fault('here', 'silent');
    cluster.standIn.cluster('here').apply(pod);
    const read = response.body?.getReader().read();
    const first = await Promise.race([
      read,
      new Promise(resolve => setTimeout(resolve, 200, 'nothing')),
    ]);
    expect(first).toBe('nothing');
  });

  it('is over as soon as it is switched off', async () => {
    const cluster = await twoClusters();
    cluster.standIn.fault('here', 'down');
    expect(await control(cluster, { cluster: 'here', fault: 'none' })).toEqual({
      status: 200,
      body: { here: 'none', there: 'none' },
    });
    expect((await list(cluster)).status).toBe(200);
  });

  it('is refused where it means nothing', async () => {
    const cluster = await twoClusters();
    expect(await control(cluster, { fault: 'tired' })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('must be one of none, down') },
    });
    expect(
      await control(cluster, { cluster: 'moon', fault: 'down' }),
    ).toMatchObject({
      status: 400,
      body: { error: '"cluster" must be one of here, there.' },
    });
  });
});
