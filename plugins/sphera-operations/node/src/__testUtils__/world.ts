import {
  BackendFeature,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { signalsServiceRef } from '@backstage/plugin-signals-node';

/** A service of the catalog, owned by one group. */
export function service(name: string, owner: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', description: `${name} exists` },
    spec: { type: 'microservice', owner, lifecycle: 'production' },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

/** What every test backend needs around a capability: a fleet, a catalog, and somewhere for signals to go. */
export function world(
  options: { config?: object; catalog?: BackendFeature } = {},
) {
  const signals: Array<{ channel: string; message: unknown }> = [];
  return {
    signals,
    features: [
      mockServices.rootConfig.factory({
        data: {
          sphera: {
            fleet: {
              environments: [{ name: 'staging' }, { name: 'production' }],
              regions: [{ name: 'eu-central-1' }],
              clusters: [],
            },
          },
          ...options.config,
        },
      }),
      options.catalog ??
        catalogServiceMock.factory({
          entities: [
            service('payments', 'group:default/checkout'),
            service('search', 'group:default/discovery'),
          ],
        }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({
          async publish({ channel, message }) {
            signals.push({ channel, message });
          },
        }),
      }),
    ],
  };
}
