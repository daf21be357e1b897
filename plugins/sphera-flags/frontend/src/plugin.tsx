import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiFlag2Line } from '@remixicon/react';
import { ServiceColumnBlueprint } from '@sphera/plugin-services-react';
import {
  changeFlagRouteRef,
  clustersRouteRef,
  driftRouteRef,
  flagRouteRef,
  flagsRouteRef,
  newFlagRouteRef,
  rolloutRouteRef,
  startRolloutRouteRef,
} from './routes';

const page = PageBlueprint.make({
  params: {
    path: '/flags',
    routeRef: flagsRouteRef,
    title: 'Flags',
    icon: <RiFlag2Line />,
    loader: () => import('./pages/FlagsPages').then(m => <m.FlagsPages />),
  },
});

const tab = EntityContentBlueprint.make({
  name: 'flags',
  params: {
    path: 'flags',
    title: 'Flags',
    group: 'flags',
    filter: { kind: 'component' },
    loader: () => import('./tab/FlagsTab').then(m => <m.FlagsTab />),
  },
});

const column = ServiceColumnBlueprint.make({
  name: 'flags',
  params: {
    id: 'flags',
    title: 'Flags',
    order: 80,
    width: 104,
    sortable: true,
    loader: () => import('./hub/FlagsCell').then(m => m.FlagsCell),
  },
});

/** Feature flags: the pages that list, show, change and compare them, the tab of one service, a column of the hub. */
export default createFrontendPlugin({
  pluginId: 'sphera-flags',
  title: 'Flags',
  icon: <RiFlag2Line />,
  routes: {
    root: flagsRouteRef,
    newFlag: newFlagRouteRef,
    drift: driftRouteRef,
    clusters: clustersRouteRef,
    rollout: rolloutRouteRef,
    flag: flagRouteRef,
    changeFlag: changeFlagRouteRef,
    startRollout: startRolloutRouteRef,
  },
  info: { packageJson: () => import('../package.json') },
  extensions: [page, tab, column],
});
