import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiKey2Line } from '@remixicon/react';
import { ServiceColumnBlueprint } from '@sphera/plugin-services-react';
import { secretsRouteRef } from './routes';

const page = PageBlueprint.make({
  params: {
    path: '/secrets',
    routeRef: secretsRouteRef,
    title: 'Secrets',
    icon: <RiKey2Line />,
    loader: () => import('./fleet/SecretsPage').then(m => <m.SecretsPage />),
  },
});

const tab = EntityContentBlueprint.make({
  name: 'secrets',
  params: {
    path: 'secrets',
    title: 'Secrets',
    group: 'secrets',
    filter: { kind: 'component' },
    loader: () => import('./tab/SecretsTab').then(m => <m.SecretsTab />),
  },
});

const column = ServiceColumnBlueprint.make({
  name: 'secrets',
  params: {
    id: 'secrets',
    title: 'Secrets',
    order: 70,
    width: 104,
    sortable: true,
    loader: () => import('./hub/SecretsCell').then(m => m.SecretsCell),
  },
});

/** Secrets: the page of what was found in the fleet, the tab of one service, a column of the hub. */
export default createFrontendPlugin({
  pluginId: 'sphera-secrets',
  title: 'Secrets',
  icon: <RiKey2Line />,
  routes: { root: secretsRouteRef },
  info: { packageJson: () => import('../package.json') },
  extensions: [page, tab, column],
});
