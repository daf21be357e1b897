import type { EventsService } from '@backstage/plugin-events-node';
import {
  type Deployment,
  listClusters,
  listDeployments,
} from '@sphera/plugin-kubernetes-common';
import {
  allPages,
  CHANGES_TOPIC,
  type OperationsService,
} from '@sphera/plugin-operations-node';
import type { Clusters } from './Clusters';

const PAGE = 200;

/** What sphera-kubernetes tells of the clusters, asked in the portal's own name. */
export async function openClusters(parts: {
  operations: Pick<OperationsService, 'ask'>;
  events: EventsService;
}): Promise<Clusters> {
  const { operations, events } = parts;
  const listeners = new Set<(service: string | undefined) => void>();
  await events.subscribe({
    id: 'rollback-clusters',
    topics: [CHANGES_TOPIC],
    async onEvent({ eventPayload }) {
      const { plugin, service } = eventPayload as {
        plugin: string;
        service?: string;
      };
      if (plugin !== listDeployments.plugin) return;
      for (const listener of listeners) listener(service);
    },
  });
  return {
    deploymentsOf: (service, environment) =>
      allPages<Deployment>(cursor =>
        operations.ask(listDeployments, {
          service,
          environment,
          limit: PAGE,
          cursor,
        }),
      ),
    async sights() {
      const { items } = await operations.ask(listClusters, {});
      return items;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
