import { BackendFeature, ExtensionPoint } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  KubernetesStandIn,
  StandInCluster,
  startKubernetesStandIn,
} from '@sphera/dev-fleet';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { peopleOf, signalsTo } from '@sphera/plugin-operations-node/testUtils';
import type { Knex } from 'knex';
import request from 'supertest';
import { kubernetesPlugin } from '../plugin';

/** A developer of the team that owns `quotes`. */
export const DANA = 'user:default/dana';
/** A developer of another team. */
export const SAM = 'user:default/sam';
/** Program with its own token. */
export const PIPELINE = 'ci-pipeline';

const TEAMS: Record<string, string> = {
  [DANA]: 'group:default/booking',
  [SAM]: 'group:default/payments',
};
/** Of the portal's account in every cluster. */
export const TOKEN = 'portal-account-of-a-test-Xw4kPz8v';

/** The clusters of a test, unless it names others. */
export const CLUSTERS = [
  { name: 'staging-eu', environment: 'staging', region: 'eu' },
  { name: 'production-eu', environment: 'production', region: 'eu' },
  { name: 'production-us', environment: 'production', region: 'us' },
];

/** A service of the catalog. */
export const serviceOf = (name: string, owner = TEAMS[DANA]): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: { 'backstage.io/kubernetes-id': name },
  },
  spec: { type: 'microservice', owner, lifecycle: 'production' },
  relations: [{ type: 'ownedBy', targetRef: owner }],
});

/** Calls operations of this capability over HTTP for somebody. */
export interface Caller {
  get(operation: string, query?: object): request.Test;
  post(operation: string, body: unknown): request.Test;
}

/** The portal's Kubernetes capability before clusters that speak the Kubernetes API. */
export async function startKubernetes(
  options: {
    clusters?: typeof CLUSTERS;
    services?: Entity[];
    /** Clusters that the portal has no connection to. */
    remote?: typeof CLUSTERS;
    /** Below `sphera.kubernetes`. */
    config?: object;
    /** Puts objects into each cluster before the portal looks. */
    fill?(cluster: StandInCluster): void;
    /** How many times faster pods start. */
    speed?: number;
    /** Clusters that run already, say those of another replica; they are left running. */
    standIn?: KubernetesStandIn;
    /** How real clusters are reached: `url`, `access` and what else configuration says of one. */
    reach?(cluster: string): object;
    database?: Knex;
    features?: BackendFeature[];
    /** Of other plugins, for modules among the features. */
    extensionPoints?: Array<[ExtensionPoint<any>, object]>;
  } = {},
) {
  const { clusters = CLUSTERS } = options;
  const standIn =
    options.standIn ??
    (await startKubernetesStandIn({
      clusters: clusters.map(({ name }) => name),
      accounts: [{ token: TOKEN, user: 'portal' }],
      fill: options.fill,
      speed: options.speed,
    }));
  const names = (key: 'environment' | 'region') =>
    [...new Set(clusters.map(one => one[key]))].map(name => ({ name }));
  const signals: object[] = [];
  const backend = await startTestBackend({
    extensionPoints: options.extensionPoints as any,
    features: [
      kubernetesPlugin,
      mockServices.rootConfig.factory({
        data: {
          sphera: {
            fleet: {
              environments: names('environment'),
              regions: names('region'),
              clusters: [
                ...clusters.map(cluster => ({
                  ...cluster,
                  url: standIn.urlOf(cluster.name),
                  access: { type: 'token', token: TOKEN },
                  ...options.reach?.(cluster.name),
                })),
                ...(options.remote ?? []).map(cluster => ({
                  ...cluster,
                  remote: true,
                })),
              ],
            },
            kubernetes: options.config ?? {},
          },
        },
      }),
      catalogServiceMock.factory({
        entities: options.services ?? [
          serviceOf('quotes'),
          serviceOf('ledger', TEAMS[SAM]),
        ],
      }),
      signalsTo(signals),
      peopleOf(TEAMS),
      ...(options.database
        ? [mockServices.database.factory({ knex: options.database })]
        : []),
      ...(options.features ?? []),
    ],
  });
  const { server } = backend;
  const as = (authorization: string): Caller => ({
    get: (operation, query = {}) =>
      request(server)
        .get(`/api/sphera-kubernetes/v1/${operation}`)
        .query(query)
        .set('authorization', authorization),
    post: (operation, body) =>
      request(server)
        .post(`/api/sphera-kubernetes/v1/${operation}`)
        .set('authorization', authorization)
        .send(body as object),
  });
  const dana = as(mockCredentials.user.header(DANA));
  return {
    dana,
    sam: as(mockCredentials.user.header(SAM)),
    pipeline: as(
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service(PIPELINE),
        targetPluginId: 'sphera-kubernetes',
      }),
    ),
    standIn,
    server,
    /** What open pages were told. */
    signals,
    /** Waits until every cluster was seen, with a deployment of a service, and answers say so. */
    async seen() {
      const services = await eventually(async () => {
        const { body } = await dana.get('list-clusters');
        for (const cluster of body.items) {
          expect(cluster.state).toBe('live');
          expect(cluster.deployments).toBeGreaterThan(0);
        }
        // Answers about the whole fleet are up to a quarter second behind.
        const { body: list } = await dana.get('list-deployments');
        const seen = body.items.map((one: any) => one.deployments);
        expect(list.totalItems).toBe(
          seen.reduce((sum: number, one: number) => sum + one, 0),
        );
        return new Set<string>(list.items.map((one: any) => one.service));
      });
      // Of a service that is named they are not: from then on, neither are those about all.
      for (const service of services) {
        await dana.get('list-deployments', { service }).expect(200);
      }
    },
    async stop() {
      await backend.stop();
      if (!options.standIn) await standIn.stop();
    },
  };
}
