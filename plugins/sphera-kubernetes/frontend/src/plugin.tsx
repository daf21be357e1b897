import {
  coreExtensionData,
  createFrontendPlugin,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiStackLine } from '@remixicon/react';
import { ServiceColumnBlueprint } from '@sphera/plugin-services-react';
import { WithQueryKept } from '@sphera/plugin-operations-react';
import { deploymentsRouteRef, startRollbackRouteRef } from './routes';

const page = PageBlueprint.makeWithOverrides({
  *factory(originalFactory) {
    const made = originalFactory({
      path: '/deployments',
      routeRef: deploymentsRouteRef,
      title: 'Deployments',
      icon: <RiStackLine />,
    });
    for (const output of made) {
      yield output.id === coreExtensionData.reactElement.id
        ? coreExtensionData.reactElement(
            <WithQueryKept first="running">
              {made.get(coreExtensionData.reactElement)}
            </WithQueryKept>,
          )
        : output;
    }
  },
});

const running = SubPageBlueprint.make({
  name: 'running',
  params: {
    path: 'running',
    title: 'Running',
    loader: () => import('./matrix/RunningPage').then(m => <m.RunningPage />),
  },
});

const drift = SubPageBlueprint.make({
  name: 'drift',
  params: {
    path: 'drift',
    title: 'Drift',
    loader: () => import('./drift/DriftPage').then(m => <m.DriftPage />),
  },
});

const tab = EntityContentBlueprint.make({
  name: 'deployments',
  params: {
    path: 'deployments',
    title: 'Deployments',
    group: 'deployments',
    filter: { kind: 'component' },
    loader: () =>
      import('./tab/DeploymentsTab').then(m => <m.DeploymentsTab />),
  },
});

const versionsColumn = ServiceColumnBlueprint.make({
  name: 'versions',
  params: {
    id: 'versions',
    title: 'Versions',
    order: 50,
    width: 188,
    namesEnvironments: true,
    loader: () => import('./hub/VersionsCell').then(m => m.VersionsCell),
  },
});

const driftColumn = ServiceColumnBlueprint.make({
  name: 'drift',
  params: {
    id: 'drift',
    title: 'Drift',
    order: 60,
    width: 88,
    sortable: true,
    loader: () => import('./hub/DriftCell').then(m => m.DriftCell),
  },
});

/** What runs where: the page of all services, the tab of one, columns of the hub. */
export default createFrontendPlugin({
  pluginId: 'sphera-kubernetes',
  title: 'Deployments',
  icon: <RiStackLine />,
  routes: { root: deploymentsRouteRef },
  externalRoutes: { startRollback: startRollbackRouteRef },
  info: { packageJson: () => import('../package.json') },
  extensions: [page, running, drift, tab, versionsColumn, driftColumn],
});
