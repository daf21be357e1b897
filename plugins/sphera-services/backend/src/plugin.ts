import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { fleetServiceRef } from '@sphera/plugin-fleet-node';
import {
  operationsServiceRef,
  serviceDirectoryServiceRef,
} from '@sphera/plugin-operations-node';
import { listLinks, listServices } from '@sphera/plugin-services-common';
import { serviceFactsExtensionPoint } from '@sphera/plugin-services-node';
import { createOwnerTitles } from './catalog/ownerTitles';
import { FactsRegistry } from './facts/FactsRegistry';
import { FactsSource } from './facts/FactsSource';
import { Hub } from './hub/Hub';
import { Links } from './links/Links';
import { readLinks } from './links/settings/readLinks';
import { ownershipOf } from './ownership';

/** The hub: one table of all services. */
export const servicesPlugin = createBackendPlugin({
  pluginId: 'sphera-services',
  register(env) {
    const registry = new FactsRegistry();
    env.registerExtensionPoint(serviceFactsExtensionPoint, registry);
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        directory: serviceDirectoryServiceRef,
        fleet: fleetServiceRef,
        logger: coreServices.logger,
        operations: operationsServiceRef,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init({ config, operations, scheduler, userInfo, ...parts }) {
        const { directory, fleet } = parts;
        const links = new Links(readLinks(config, fleet), fleet);
        const source = { ...parts, now: () => new Date(), patienceMs: 10_000 };
        const hub = new Hub({
          ...parts,
          ownerTitles: createOwnerTitles(parts),
          sources: registry.all.map(facts => new FactsSource(facts, source)),
          announce: () => operations.announce({}),
        });
        operations.handle(listServices, async call =>
          hub.ask({
            ...call.input,
            ownedBy: call.input.mine
              ? await ownershipOf(call, userInfo)
              : undefined,
          }),
        );
        operations.handle(
          listLinks,
          async ({ input: { service, environment } }) => {
            const entry = await directory.get(service);
            return { items: entry ? links.of(entry, environment) : [] };
          },
        );
        await scheduler.scheduleTask({
          id: 'renew-hub',
          // The table is in memory: every replica renews its own.
          scope: 'local',
          frequency: { seconds: 10 },
          timeout: { seconds: 60 },
          fn: () => hub.renew(),
        });
      },
    });
  },
});
