import { Watch } from '@kubernetes/client-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import {
  as,
  deploy,
  deployment,
  startCluster,
  type TestCluster,
} from './__testUtils__/clusters';

const DEPLOYMENTS = '/apis/apps/v1/namespaces/shop/deployments';

/** What a watch saw, and how it ended. */
interface Seen {
  events: Array<{
    type: string;
    name?: string;
    code?: number;
    version?: string;
  }>;
  ended: Promise<unknown>;
  abort(): void;
}

async function watch(
  { config }: TestCluster,
  path: string,
  query: Record<string, string | number | boolean>,
): Promise<Seen> {
  const events: Seen['events'] = [];
  let end = (_error: unknown) => {};
  const ended = new Promise(resolve => (end = resolve));
  const controller = await new Watch(config).watch(
    path,
    query,
    (type, object) =>
      events.push({
        type,
        name: object.metadata?.name,
        code: object.code,
        version: object.metadata?.resourceVersion,
      }),
    end,
  );
  return { events, ended, abort: () => controller.abort() };
}

describe('a watch', () => {
  it('tells of what is created, changed and deleted after the version of a list', async () => {
    const cluster = await startCluster();
    const { apps } = cluster;
    await deploy(cluster, 'before');
    const { metadata } = await apps.listDeploymentForAllNamespaces();
    const seen = await watch(cluster, DEPLOYMENTS, {
      resourceVersion: metadata?.resourceVersion ?? '',
    });
    await apps.createNamespacedDeployment({
      namespace: 'shop',
      body: deployment('quotes'),
    });
    await apps.deleteNamespacedDeployment({
      namespace: 'shop',
      name: 'before',
    });
    await eventually(() => {
      expect(seen.events[0]).toMatchObject({ type: 'ADDED', name: 'quotes' });
      expect(seen.events.map(({ type }) => type)).toContain('MODIFIED');
      expect(seen.events).toContainEqual(
        expect.objectContaining({ type: 'DELETED', name: 'before' }),
      );
    });
    const versions = seen.events.map(({ version }) => Number(version));
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    seen.abort();
  });

  it('begins with all that is there where no version is given', async () => {
    const cluster = await startCluster();
    await deploy(cluster, 'before');
    const seen = await watch(cluster, DEPLOYMENTS, {});
    await eventually(() =>
      expect(seen.events).toEqual([
        expect.objectContaining({ type: 'ADDED', name: 'before' }),
      ]),
    );
    seen.abort();
  });

  it('goes on where an earlier one ended, so that nothing is missed', async () => {
    const cluster = await startCluster();
    const { metadata } = await deploy(cluster, 'quotes');
    await deploy(cluster, 'bookings');
    const seen = await watch(cluster, DEPLOYMENTS, {
      resourceVersion: metadata?.resourceVersion ?? '',
    });
    // In its order: what came before would be told before.
    await eventually(() =>
      expect(new Set(seen.events.map(({ name }) => name))).toEqual(
        new Set(['bookings']),
      ),
    );
    seen.abort();
  });

  it('sees what begins or ends to match its selector as added or deleted', async () => {
    const cluster = await startCluster();
    await deploy(cluster, 'quotes');
    const { metadata } = await cluster.apps.listDeploymentForAllNamespaces();
    const seen = await watch(cluster, DEPLOYMENTS, {
      resourceVersion: metadata?.resourceVersion ?? '',
      labelSelector: 'tier=gold',
    });
    const label = (tier: string | null) =>
      cluster.apps.patchNamespacedDeployment(
        {
          namespace: 'shop',
          name: 'quotes',
          body: { metadata: { labels: { tier } } },
        },
        as.merge,
      );
    await label('gold');
    await label(null);
    await eventually(() =>
      expect(seen.events.map(({ type }) => type)).toEqual(['ADDED', 'DELETED']),
    );
    seen.abort();
  });

  it('gets bookmarks with the version that it may go on from', async () => {
    const cluster = await startCluster({ bookmarkInterval: 20 });
    const { metadata } = await cluster.apps.listDeploymentForAllNamespaces();
    const seen = await watch(cluster, DEPLOYMENTS, {
      resourceVersion: metadata?.resourceVersion ?? '',
      allowWatchBookmarks: true,
    });
    // A bookmark also tells of changes that do not concern the watch.
    await cluster.core.createNamespace({
      body: { metadata: { name: 'yard' } },
    });
    await eventually(() =>
      expect(seen.events.at(-1)).toMatchObject({
        type: 'BOOKMARK',
        version: String(Number(metadata?.resourceVersion) + 1),
      }),
    );
    seen.abort();
  });

  it('begins with a streamed list where it is asked for, and says where that ends', async () => {
    const cluster = await startCluster();
    await deploy(cluster, 'quotes');
    const response = await cluster.fetch(
      `${DEPLOYMENTS}?watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true&timeoutSeconds=1`,
    );
    const [added, end] = (await response.text())
      .split('\n', 2)
      .map(line => JSON.parse(line));
    expect(added.type).toBe('ADDED');
    expect(end).toMatchObject({
      type: 'BOOKMARK',
      object: {
        metadata: { annotations: { 'k8s.io/initial-events-end': 'true' } },
      },
    });
  });

  it('ends by itself after the seconds that it asked for', async () => {
    const cluster = await startCluster();
    const seen = await watch(cluster, DEPLOYMENTS, { timeoutSeconds: 1 });
    await seen.ended;
    expect(seen.events).toEqual([]);
  });

  it('gets 410 where its version is forgotten', async () => {
    const cluster = await startCluster();
    await deploy(cluster, 'quotes');
    cluster.standIn.cluster('here').compact();
    const seen = await watch(cluster, DEPLOYMENTS, { resourceVersion: '1' });
    await seen.ended;
    const response = await cluster.fetch(
      `${DEPLOYMENTS}?watch=true&resourceVersion=1`,
    );
    const event = JSON.parse(await response.text());
    expect(event).toMatchObject({
      type: 'ERROR',
      object: { kind: 'Status', code: 410, reason: 'Expired' },
    });
    expect(event.object.message).toMatch(
      /^too old resource version: 1 \(\d+\)$/,
    );
  });

  it('gets 410 once more has happened than is remembered', async () => {
    const cluster = await startCluster({ remembered: 5 });
    const { metadata } = await cluster.core.listPodForAllNamespaces();
    await deploy(cluster, 'quotes');
    const response = await cluster.fetch(
      `/api/v1/pods?watch=true&resourceVersion=${metadata?.resourceVersion}`,
    );
    expect(JSON.parse(await response.text()).object.code).toBe(410);
  });
});
