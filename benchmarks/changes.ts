/**
 * Claim: a change in a cluster is visible through the portal's HTTP API less than 100 ms
 * after a bare watch on the same cluster hears of it (median of 200 changes of an image,
 * in a fleet of five clusters with 200 services each).
 *
 * The bare watch is one HTTP request without any library. The API is asked again and again, so
 * the time of an answer is part of what is measured.
 */
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { fleetServiceName } from '../packages/dev-fleet/src';
import locks from '../plugins/sphera-locks/backend/src';
import { kubernetesPlugin } from '../plugins/sphera-kubernetes/backend/src';
import { Portal, startPortal } from './measuring/Portal';
import { report } from './measuring/report';
import { Clusters, startClusters } from './measuring/startClusters';
import { untilSeen } from './measuring/untilSeen';

const BAR_MS = 100;
const CHANGES = 200;
const SERVICES = 200;

const DEPLOYMENTS = '/apis/apps/v1/deployments?watch=true';

/** Hears of every version that a deployment of the cluster gets, with the time. */
async function bareWatch(clusters: Clusters, cluster: string) {
  const heard = new Map<string, number>();
  const response = await fetch(`${clusters.urlOf(cluster)}${DEPLOYMENTS}`, {
    headers: { authorization: `Bearer ${clusters.token}` },
  });
  const lines = createInterface({
    input: Readable.fromWeb(response.body! as never),
  });
  lines.on('line', line => {
    const { spec } = JSON.parse(line).object;
    const image = spec?.template?.spec.containers[0].image;
    if (image && !heard.has(image)) heard.set(image, performance.now());
  });
  return heard;
}

async function change(clusters: Clusters, cluster: string, image: string) {
  const response = await fetch(
    `${clusters.urlOf(
      cluster,
    )}/apis/apps/v1/namespaces/team-0/deployments/${fleetServiceName(0)}`,
    {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${clusters.token}`,
        'content-type': 'application/json-patch+json',
      },
      body: JSON.stringify([
        {
          op: 'replace',
          path: '/spec/template/spec/containers/0/image',
          value: image,
        },
      ]),
    },
  );
  if (!response.ok) throw new Error(await response.text());
}

/** Asks until the portal says so; the time at which it did. */
async function untilVisible(portal: Portal, cluster: string, version: string) {
  const path = `/api/sphera-kubernetes/v1/list-deployments?service=${fleetServiceName(
    0,
  )}&cluster=${cluster}`;
  for (const deadline = performance.now() + 10_000; ; ) {
    const response = await fetch(`${portal.address}${path}`, {
      headers: portal.headers,
    });
    const { items } = await response.json();
    if (items[0].version === version) return performance.now();
    if (performance.now() > deadline) throw new Error(`${version} never came`);
  }
}

report(async () => {
  const clusters = await startClusters({
    clusters: 5,
    services: SERVICES,
    podsPerDeployment: 3,
  });
  const portal = await startPortal({
    features: [
      kubernetesPlugin,
      locks,
      catalogServiceMock.factory({ entities: clusters.entities }),
    ],
    operations: ['sphera-kubernetes:*'],
    fleet: clusters.fleet(),
  });
  await untilSeen(portal, SERVICES);
  const [cluster] = clusters.names;
  const heard = await bareWatch(clusters, cluster);

  const delays: number[] = [];
  for (let n = 0; n < CHANGES; n++) {
    const image = `registry.example.com/service:9.0.${n}`;
    const visible = untilVisible(portal, cluster, `9.0.${n}`);
    await change(clusters, cluster, image);
    const at = await visible;
    delays.push(at - heard.get(image)!);
  }
  await portal.stop();
  clusters.stop();
  delays.sort((a, b) => a - b);
  const medianMs = delays[CHANGES / 2];
  return {
    bench: 'changes',
    medianMs: Number(medianMs.toFixed(1)),
    slowestMs: Number(delays[CHANGES - 1].toFixed(1)),
    ratio: medianMs / BAR_MS,
    bar: 1,
    holds: medianMs < BAR_MS,
  };
});
