import {
  type BackendFeature,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  type CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

/** A catalog in which services can be registered while the portal runs. */
export class CatalogOfTest {
  #entities: Entity[];
  #inner: CatalogService;
  /** Addresses of what is registered, by id. */
  readonly locations = new Map<string, string>();
  readonly #named = new Map<string, Entity>();

  constructor(entities: Entity[]) {
    this.#entities = entities;
    this.#inner = catalogServiceMock({ entities });
  }

  /** Registers a service whose catalog-info.yaml is at an address. */
  register(target: string, entity: Entity): void {
    const id = `location-${this.locations.size + 1}`;
    this.locations.set(id, target);
    this.#named.set(id, entity);
    this.#set([...this.#entities, entity]);
  }

  get feature(): BackendFeature {
    return createServiceFactory({
      service: catalogServiceRef,
      deps: {},
      factory: () =>
        new Proxy({} as CatalogService, {
          get: (_, name) => {
            if (name === 'getLocations') return async () => this.#list();
            if (name === 'removeLocationById') {
              return async (id: string) => this.#remove(id);
            }
            const inner = this.#inner as unknown as Record<
              string | symbol,
              unknown
            >;
            const found = inner[name];
            return typeof found === 'function' ? found.bind(inner) : found;
          },
        }),
    });
  }

  #list() {
    return {
      items: [...this.locations].map(([id, target]) => ({
        id,
        target,
        type: 'url',
      })),
    };
  }

  #remove(id: string) {
    this.locations.delete(id);
    const gone = this.#named.get(id);
    this.#set(this.#entities.filter(entity => entity !== gone));
  }

  #set(entities: Entity[]) {
    this.#entities = entities;
    this.#inner = catalogServiceMock({ entities });
  }
}
