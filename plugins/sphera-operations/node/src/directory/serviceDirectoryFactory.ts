import {
  coreServices,
  createServiceFactory,
  ServiceRef,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import type { ServiceDirectory } from '../ServiceDirectory';
import { CatalogServiceDirectory } from './CatalogServiceDirectory';

const DEFAULT_TYPES = ['microservice', 'microfrontend', 'service', 'website'];
const PAGE = 500;
const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.description',
  'metadata.annotations',
  'metadata.links',
  'metadata.tags',
  'spec.type',
  'spec.lifecycle',
  'relations',
];

/** One directory for all plugins of a process: whichever asks first reads the catalog for it. */
export const serviceDirectoryFactory = (
  service: ServiceRef<ServiceDirectory, 'plugin'>,
) =>
  createServiceFactory({
    service,
    deps: {
      auth: coreServices.auth,
      catalog: catalogServiceRef,
      config: coreServices.rootConfig,
      logger: coreServices.rootLogger,
    },
    createRootContext: () => ({
      shared: undefined as ServiceDirectory | undefined,
    }),
    factory({ auth, catalog, config, logger }, context) {
      const own = async () => ({
        credentials: await auth.getOwnServiceCredentials(),
      });
      context.shared ??= new CatalogServiceDirectory(
        {
          async all() {
            const entities: Entity[] = [];
            let cursor: string | undefined;
            do {
              const page = await catalog.queryEntities(
                cursor
                  ? { cursor, fields: FIELDS, limit: PAGE }
                  : {
                      filter: { kind: 'component' },
                      fields: FIELDS,
                      limit: PAGE,
                    },
                await own(),
              );
              entities.push(...page.items);
              cursor = page.pageInfo.nextCursor;
            } while (cursor);
            return entities;
          },
          one: async ref => catalog.getEntityByRef(ref, await own()),
        },
        {
          types:
            config.getOptionalStringArray('sphera.services.types') ??
            DEFAULT_TYPES,
          logger,
          now: Date.now,
        },
      );
      return context.shared;
    },
  });
