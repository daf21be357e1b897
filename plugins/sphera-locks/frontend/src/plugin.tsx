import {
  coreExtensionData,
  createExtension,
  createFrontendPlugin,
  ExtensionBoundary,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContextMenuItemBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiLockLine } from '@remixicon/react';
import { ServiceColumnBlueprint } from '@sphera/plugin-services-react';
import { FrozenBanner } from './FrozenBanner';
import { locksRouteRef } from './routes';
import { useLockMenuItem } from './useLockMenuItem';

const page = PageBlueprint.make({
  params: {
    path: '/locks',
    routeRef: locksRouteRef,
    title: 'Locks',
    icon: <RiLockLine />,
  },
});

const now = SubPageBlueprint.make({
  name: 'now',
  params: {
    path: 'now',
    title: 'Now',
    loader: () => import('./NowPage').then(m => <m.NowPage />),
  },
});

const windows = SubPageBlueprint.make({
  name: 'windows',
  params: {
    path: 'windows',
    title: 'Windows',
    loader: () => import('./WindowsPage').then(m => <m.WindowsPage />),
  },
});

const history = SubPageBlueprint.make({
  name: 'history',
  params: {
    path: 'history',
    title: 'History',
    loader: () => import('./HistoryPage').then(m => <m.HistoryPage />),
  },
});

const card = EntityCardBlueprint.make({
  name: 'locks',
  params: {
    type: 'info',
    filter: { kind: 'component' },
    loader: () => import('./LockCard').then(m => <m.LockCard />),
  },
});

const menuItem = EntityContextMenuItemBlueprint.make({
  name: 'lock',
  params: {
    icon: <RiLockLine size={16} />,
    filter: { kind: 'component' },
    useProps: useLockMenuItem,
  },
});

const column = ServiceColumnBlueprint.make({
  name: 'locks',
  params: {
    id: 'locks',
    title: 'Locks',
    sortable: true,
    loader: () => import('./LocksCell').then(m => m.LocksCell),
  },
});

/** Over every page, where the app's layout has a place for announcements. */
const banner = createExtension({
  name: 'frozen-banner',
  attachTo: { id: 'app/layout', input: 'announcements' },
  output: [coreExtensionData.reactElement],
  factory: ({ node }) => [
    coreExtensionData.reactElement(
      <ExtensionBoundary node={node}>
        <FrozenBanner />
      </ExtensionBoundary>,
    ),
  ],
});

/** Locks on services and merge freezes. */
export default createFrontendPlugin({
  pluginId: 'sphera-locks',
  title: 'Locks',
  icon: <RiLockLine />,
  routes: { root: locksRouteRef },
  info: { packageJson: () => import('../package.json') },
  extensions: [page, now, windows, history, card, menuItem, column, banner],
});
