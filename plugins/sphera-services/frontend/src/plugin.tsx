import {
  createExtensionInput,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { serviceColumnDataRef } from '@sphera/plugin-services-react';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { RiApps2Line, RiExternalLinkLine } from '@remixicon/react';
import type { LinksInSearch } from '@sphera/plugin-services-common';
import { createServiceRouteRef, servicesRouteRef } from './routes';

const page = PageBlueprint.makeWithOverrides({
  inputs: { columns: createExtensionInput([serviceColumnDataRef]) },
  factory(makePage, { inputs }) {
    const columns = inputs.columns
      .map(column => column.get(serviceColumnDataRef))
      .sort((a, b) => a.order - b.order);
    return makePage({
      path: '/',
      routeRef: servicesRouteRef,
      title: 'Services',
      icon: <RiApps2Line />,
      loader: () =>
        import('./ServicesPage').then(m => (
          <m.ServicesPage columns={columns} />
        )),
    });
  },
});

const linksCard = EntityCardBlueprint.make({
  name: 'links',
  params: {
    type: 'info',
    // What sphera.services.types is unless the configuration says otherwise.
    filter: {
      kind: 'component',
      'spec.type': {
        $in: ['microservice', 'microfrontend', 'service', 'website'],
      },
    },
    loader: () => import('./links/LinksCard').then(m => <m.LinksCard />),
  },
});

const linkResult = SearchResultListItemBlueprint.make({
  name: 'link',
  params: {
    predicate: result => result.type === 'sphera-links',
    component: () =>
      import('./links/LinksResultItem').then(({ LinksResultItem }) => props => (
        <LinksResultItem result={props.result as LinksInSearch} />
      )),
  },
});

const linkResults = SearchFilterResultTypeBlueprint.make({
  name: 'links',
  params: {
    value: 'sphera-links',
    name: 'Links',
    icon: <RiExternalLinkLine />,
  },
});

/** The hub: one table of all services, and the portal's first page. */
export default createFrontendPlugin({
  pluginId: 'sphera-services',
  title: 'Services',
  icon: <RiApps2Line />,
  routes: { root: servicesRouteRef },
  externalRoutes: { createService: createServiceRouteRef },
  info: { packageJson: () => import('../package.json') },
  extensions: [page, linksCard, linkResult, linkResults],
});
