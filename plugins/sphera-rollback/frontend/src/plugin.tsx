import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiHistoryLine } from '@remixicon/react';
import {
  locksRouteRef,
  rollbackRouteRef,
  rollbacksRouteRef,
  setRouteRef,
  startRouteRef,
  startSetRouteRef,
} from './routes';

const page = PageBlueprint.make({
  params: {
    path: '/rollbacks',
    routeRef: rollbacksRouteRef,
    title: 'Rollbacks',
    icon: <RiHistoryLine />,
    loader: () =>
      import('./pages/RollbackPages').then(m => <m.RollbackPages />),
  },
});

const tab = EntityContentBlueprint.make({
  name: 'rollback',
  params: {
    path: 'rollback',
    title: 'Rollback',
    group: 'deployment',
    filter: { kind: 'component' },
    loader: () => import('./tab/RollbackTab').then(m => <m.RollbackTab />),
  },
});

/** Rollbacks: the pages that start, follow and list them, the tab of one service. */
export default createFrontendPlugin({
  pluginId: 'sphera-rollback',
  title: 'Rollbacks',
  icon: <RiHistoryLine />,
  routes: {
    root: rollbacksRouteRef,
    start: startRouteRef,
    startSet: startSetRouteRef,
    set: setRouteRef,
    rollback: rollbackRouteRef,
  },
  externalRoutes: { locks: locksRouteRef },
  info: { packageJson: () => import('../package.json') },
  extensions: [page, tab],
});
