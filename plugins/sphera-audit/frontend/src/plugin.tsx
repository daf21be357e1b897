import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiFileShield2Line } from '@remixicon/react';
import { auditRouteRef } from './routes';

const page = PageBlueprint.make({
  params: {
    path: '/audit',
    routeRef: auditRouteRef,
    title: 'Audit',
    icon: <RiFileShield2Line />,
    loader: () => import('./AuditPage').then(m => <m.AuditPage />),
  },
});

const activity = EntityContentBlueprint.make({
  name: 'activity',
  params: {
    path: '/activity',
    title: 'Activity',
    group: 'operation',
    filter: { kind: 'component' },
    loader: () => import('./ActivityTab').then(m => <m.ActivityTab />),
  },
});

/** Who did what, on what, when and with what outcome. */
export default createFrontendPlugin({
  pluginId: 'sphera-audit',
  title: 'Audit',
  icon: <RiFileShield2Line />,
  routes: { root: auditRouteRef },
  info: { packageJson: () => import('../package.json') },
  extensions: [page, activity],
});
