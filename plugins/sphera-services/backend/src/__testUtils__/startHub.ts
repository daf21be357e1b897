import {
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ServiceFacts,
  serviceFactsExtensionPoint,
} from '@sphera/plugin-services-node';
import request from 'supertest';
import servicesPlugin from '..';

/** Who asks, unless a test says otherwise: a member of the booking team. */
export const dana = 'user:default/dana';
/** A service of the catalog. */
export const payments = 'component:default/payments';

function component(name: string, owner: string, environments = ''): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      description: `${name} exists`,
      annotations: { 'sphera.io/environments': environments },
    },
    spec: { type: 'microservice', owner, lifecycle: 'production' },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

const entities: Entity[] = [
  component('payments', 'group:default/money', 'production, staging'),
  component('quotes', 'group:default/booking', 'staging'),
  component('bookings', 'group:default/booking'),
  {
    ...component('a-library', 'group:default/booking'),
    spec: { type: 'library' },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'money', namespace: 'default' },
    spec: { type: 'team', profile: { displayName: 'Money' }, children: [] },
  },
];

/** A capability that knows locks, as a module of its own would add it. */
function locksModule() {
  const locks = new Map<string, string[]>();
  let changed = () => {};
  let failing = false;
  const facts: ServiceFacts<string[]> = {
    id: 'locks',
    async forAll() {
      if (failing) throw new Error('sphera-locks is down');
      return new Map(locks);
    },
    onChange: listener => (changed = listener),
    sortBy: value => value.length,
    filters: { locked: value => value.length > 0 },
  };
  return {
    lock(service: string, reason: string) {
      locks.set(service, [reason]);
      changed();
    },
    fail() {
      failing = true;
      changed();
    },
    module: createBackendModule({
      pluginId: 'sphera-services',
      moduleId: 'locks',
      register(env) {
        env.registerInit({
          deps: { hub: serviceFactsExtensionPoint },
          init: async ({ hub }) => hub.addFacts(facts),
        });
      },
    }),
  };
}

/** A backend with the hub, a catalog of three services, and a capability that knows locks. */
export async function startHub() {
  const signals: string[] = [];
  const capability = locksModule();
  const { server } = await startTestBackend({
    features: [
      servicesPlugin,
      capability.module,
      catalogServiceMock.factory({ entities }),
      mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: dana,
          ownershipEntityRefs: [dana, 'group:default/booking'],
        }),
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          sphera: {
            policy: {
              callers: [{ subject: 'ci', operations: ['sphera-services:*'] }],
            },
            fleet: {
              environments: [
                { name: 'staging', title: 'Staging' },
                { name: 'production', title: 'Production' },
              ],
            },
          },
        },
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({
          publish: async ({ channel }) => void signals.push(channel),
        }),
      }),
    ],
  });
  const list = (
    query = '',
    authorization = mockCredentials.user.header(dana),
  ) =>
    request(server)
      .get(`/api/sphera-services/v1/list-services${query}`)
      .set('authorization', authorization);
  const names = async (query: string) =>
    (await list(query).expect(200)).body.items.map((item: any) => item.name);
  return { server, list, names, signals, ...capability };
}
