import {
  createFrontendPlugin,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiGitMergeLine } from '@remixicon/react';
import { locksRouteRef, mergesRouteRef } from './routes';

/** A tab of the page on which one freezes. */
const merges = SubPageBlueprint.make({
  name: 'merges',
  attachTo: { id: 'page:sphera-locks', input: 'pages' },
  params: {
    path: 'merges',
    title: 'Merges on GitHub',
    routeRef: mergesRouteRef,
    loader: () => import('./MergesPage').then(m => <m.MergesPage />),
  },
});

const card = EntityCardBlueprint.make({
  name: 'merges',
  params: {
    type: 'info',
    filter: {
      kind: 'component',
      'metadata.annotations.github.com/project-slug': { $exists: true },
    },
    loader: () => import('./card/MergesCard').then(m => <m.MergesCard />),
  },
});

/** Merges on GitHub: which repositories refuse them, and which pull requests wait. */
export default createFrontendPlugin({
  pluginId: 'sphera-merges',
  title: 'Merges on GitHub',
  icon: <RiGitMergeLine />,
  routes: { root: mergesRouteRef },
  externalRoutes: { locks: locksRouteRef },
  info: { packageJson: () => import('../package.json') },
  extensions: [merges, card],
});
