import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import type { RealCluster } from '@sphera/dev-fleet';
// What is tested is that both work together, which they do over HTTP and events alone.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import { locksPlugin } from '@sphera/plugin-locks-backend';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import {
  oneBusForAllPlugins,
  signalsTo,
} from '@sphera/plugin-operations-node/testUtils';
import request from 'supertest';
import { serviceOf } from '../../__testUtils__/startKubernetes';
import { kubernetesPlugin } from '../../plugin';

/** The locks and the Kubernetes capability of a portal, with its account in real clusters. */
export async function startPortal(clusters: Record<string, RealCluster>) {
  const fleet = await Promise.all(
    Object.entries(clusters).map(async ([environment, cluster]) => ({
      name: `${environment}-eu`,
      environment,
      region: 'eu',
      ...(await cluster.access()),
    })),
  );
  const [{ system: namespace }] = Object.values(clusters);
  const selecting = serviceOf('ledger');
  selecting.metadata.annotations = {
    'backstage.io/kubernetes-label-selector': 'team=ledger',
  };
  const backend = await startTestBackend({
    features: [
      locksPlugin,
      kubernetesPlugin,
      mockServices.rootConfig.factory({
        data: {
          sphera: {
            fleet: {
              environments: Object.keys(clusters).map(name => ({ name })),
              regions: [{ name: 'eu' }],
              clusters: fleet,
            },
            kubernetes: { clusterLocks: { namespace } },
          },
        },
      }),
      catalogServiceMock.factory({
        entities: [serviceOf('quotes'), selecting],
      }),
      oneBusForAllPlugins(),
      signalsTo(),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({ send: async () => {} }),
      }),
    ],
  });
  const as = (plugin: string, method: 'get' | 'post', operation: string) =>
    request(backend.server)
      [method](`/api/${plugin}/v1/${operation}`)
      .set('authorization', mockCredentials.user.header('user:default/dana'));

  await eventually(async () => {
    const { body } = await as('sphera-kubernetes', 'get', 'list-clusters');
    for (const { state } of body.items) expect(state).toBe('live');
  });
  return {
    /** As dana; answers the lock's id. */
    async lock(input: object): Promise<string> {
      const { body } = await as('sphera-locks', 'post', 'lock')
        .send(input)
        .expect(200);
      return body.id;
    },
    async unlock(id: string) {
      await as('sphera-locks', 'post', 'unlock')
        .send({ id, reason: 'it is over' })
        .expect(200);
    },
    stop: () => backend.stop(),
  };
}
