import { ConfigReader } from '@backstage/config';
import {
  KubernetesObjectApi,
  PatchStrategy,
  type KubernetesObject,
} from '@kubernetes/client-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { openAccess } from '../../../../access/ClusterAccess';
import { systemClock } from '@sphera/plugin-operations-node';
import { Fingerprints } from '../../../../fleet/Fingerprints';
import { Pool } from '../../../../fleet/Pool';
import type { ApiServer } from '../../ApiServer';
import { ClusterWatch } from '../../ClusterWatch';
import { KubernetesClient } from '../../KubernetesClient';
import { pathOf, WATCHED } from '../../kinds';
import { readLines } from '../../readLines';
import { RecordingApiServer } from '../RecordingApiServer';
import { RememberingFeed } from '../RememberingFeed';
import type { ContractCluster, Rule } from './ContractCluster';
import { autoscaler, budget, deployment, NAMESPACE } from './objects';

/** The rights of an account that may only watch deployments. */
export const EVERYTHING_WATCHED: Rule[] = [
  { apiGroups: ['apps'], resources: ['deployments'], verbs: ['list', 'watch'] },
  { nonResourceURLs: ['/readyz'], verbs: ['get'] },
];

/** A cluster with something in it, and the adapter that is tried on it. */
export async function openTrial(cluster: ContractCluster) {
  const calls: RecordingApiServer['calls'] = [];
  const watches: ClusterWatch[] = [];
  const objects = KubernetesObjectApi.makeApiClient(cluster.admin);
  function serverWith(token: string, url = cluster.url): ApiServer {
    const config = new ConfigReader({
      sphera: {
        fleet: {
          clusters: [
            {
              name: 'here',
              url,
              caData: cluster.caData,
              access: { type: 'token', token },
            },
          ],
        },
      },
    });
    const access = openAccess(config, Date.now).get('here')!;
    const server = new RecordingApiServer(access, systemClock);
    if (token === cluster.portal.token) {
      server.calls.push = (...some) => calls.push(...some);
    }
    return server;
  }

  /** What the first bookmark of a watch says. */
  async function bookmark(server: ApiServer) {
    const path = pathOf(WATCHED.deployments);
    const { metadata } = await server.json<any>({
      path,
      query: { limit: 1 },
    });
    const stream = await server.stream({
      path,
      query: {
        watch: true,
        allowWatchBookmarks: true,
        resourceVersion: metadata.resourceVersion,
        timeoutSeconds: 85,
      },
    });
    for await (const line of readLines(stream, 1_000_000)) {
      const { type, object } = JSON.parse(line);
      if (type === 'BOOKMARK') return object;
    }
    return undefined;
  }

  /** Watches from now on. */
  function watch(token: string, url?: string) {
    const feed = new RememberingFeed();
    const watching = new ClusterWatch({
      server: serverWith(token, url),
      feed,
      tools: { pool: new Pool(), fingerprints: new Fingerprints() },
      clock: systemClock,
    });
    watches.push(watching);
    watching.start();
    return feed;
  }

  async function apply(...some: object[]) {
    for (const one of some) await objects.create(one as KubernetesObject);
  }

  const change = (name: string, spec: object) =>
    objects.patch(
      { ...deployment(name), spec } as KubernetesObject,
      undefined,
      undefined,
      undefined,
      undefined,
      PatchStrategy.MergePatch,
    );

  const scale = (name: string, replicas: number) => change(name, { replicas });

  const client = new KubernetesClient('here', serverWith(cluster.portal.token));
  await apply({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: NAMESPACE },
  });
  await eventually(() =>
    objects.read({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'default', namespace: NAMESPACE },
    }),
  ).catch(() => undefined);
  const firstBookmark = bookmark(serverWith(cluster.portal.token));
  await apply(
    deployment('quotes'),
    autoscaler('quotes'),
    budget('quotes'),
    deployment('labels'),
    autoscaler('labels'),
  );

  return {
    cluster,
    /** As the administrator. */
    objects,
    /** As the portal. */
    client,
    serverWith,
    watch,
    apply,
    scale,
    /** What the portal has asked for. */
    calls,
    firstBookmark,
    /** Takes away what was made. */
    async close() {
      for (const one of watches) one.stop();
      await objects.delete({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: NAMESPACE },
      });
      await cluster.close?.();
    },
  };
}

/** A cluster with something in it, and the adapter that is tried on it. */
export type Trial = Awaited<ReturnType<typeof openTrial>>;
