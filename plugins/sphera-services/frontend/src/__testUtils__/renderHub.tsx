import {
  createFrontendModule,
  type ExtensionDefinition,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { operationsApiRef } from '@sphera/plugin-operations-react';
import {
  ServiceCellProps,
  ServiceColumnBlueprint,
} from '@sphera/plugin-services-react';
import plugin from '../plugin';
import { config } from './config';
import { ServicesOfTest } from './ServicesOfTest';

const locksColumn = ServiceColumnBlueprint.make({
  name: 'locks',
  params: {
    id: 'locks',
    title: 'Locks',
    sortable: true,
    loader: async () => LocksCell,
  },
});

const brokenColumn = ServiceColumnBlueprint.make({
  name: 'broken',
  params: {
    id: 'broken',
    title: 'Broken',
    order: 200,
    loader: async () => () => {
      throw new Error('this column breaks');
    },
  },
});

const versionsColumn = ServiceColumnBlueprint.make({
  name: 'versions',
  params: {
    id: 'versions',
    title: 'Versions',
    namesEnvironments: true,
    loader: async () => () => null,
  },
});

const pathColumn = ServiceColumnBlueprint.make({
  name: 'path',
  params: {
    id: 'path',
    title: 'Stage',
    replaces: 'lifecycle',
    filter: { label: 'Stage', all: 'All stages' },
    loader: async () => PathCell,
  },
});

const COLUMNS = {
  'a path': [pathColumn],
  locks: [locksColumn],
  'locks and a broken one': [locksColumn, brokenColumn],
  'locks and versions': [locksColumn, versionsColumn],
};

/** The app with the hub at its root, and columns as capabilities contribute them. */
export function renderHub(
  services: ServicesOfTest,
  options: {
    path?: string;
    /** By name, or a test's own. */
    columns?: keyof typeof COLUMNS | ExtensionDefinition[];
  } = {},
) {
  const { path = '/', columns } = options;
  const capability = createFrontendModule({
    pluginId: 'sphera-services',
    extensions: typeof columns === 'string' ? COLUMNS[columns] : columns ?? [],
  });
  renderTestApp({
    features: [plugin, capability],
    initialRouteEntries: [path],
    apis: [[operationsApiRef, services]],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    config,
  });
}

function LocksCell({ row }: ServiceCellProps) {
  const { locks } = row.facts;
  return locks ? <>Locked: {String(locks)}</> : null;
}

function PathCell({ row }: ServiceCellProps) {
  return <>{row.facts.path ?? null}</>;
}
