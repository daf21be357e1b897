import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiRouteLine } from '@remixicon/react';
import { ServiceColumnBlueprint } from '@sphera/plugin-services-react';
import { lifecyclesRouteRef, templateRouteRef } from './routes';

const page = PageBlueprint.make({
  params: {
    path: '/life-cycles',
    routeRef: lifecyclesRouteRef,
    title: 'Life cycles',
    icon: <RiRouteLine />,
    loader: () => import('./board/BoardPage').then(m => <m.BoardPage />),
  },
});

const tab = EntityContentBlueprint.make({
  name: 'lifecycle',
  params: {
    path: 'lifecycle',
    title: 'Life cycle',
    group: 'lifecycle',
    filter: { kind: 'component' },
    loader: () => import('./tab/LifecycleTab').then(m => <m.LifecycleTab />),
  },
});

const column = ServiceColumnBlueprint.make({
  name: 'stage',
  params: {
    id: 'stage',
    title: 'Stage',
    order: 10,
    // Two words stand one below the other.
    width: 104,
    sortable: true,
    // One word for where a service stands is enough.
    replaces: 'lifecycle',
    filter: { label: 'Stage', all: 'All stages' },
    loader: () => import('./hub/StageCell').then(m => m.StageCell),
  },
});

/** Life cycles: the path of one service in its tab, the board of all of them, a column of the hub. */
export default createFrontendPlugin({
  pluginId: 'sphera-lifecycle',
  title: 'Life cycles',
  icon: <RiRouteLine />,
  routes: { root: lifecyclesRouteRef },
  externalRoutes: { template: templateRouteRef },
  info: { packageJson: () => import('../package.json') },
  extensions: [page, tab, column],
});
