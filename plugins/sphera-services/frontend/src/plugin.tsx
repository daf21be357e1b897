import {
  createExtensionInput,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { serviceColumnDataRef } from '@sphera/plugin-services-react';
import { RiApps2Line } from '@remixicon/react';
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

/** The hub: one table of all services, and the portal's first page. */
export default createFrontendPlugin({
  pluginId: 'sphera-services',
  title: 'Services',
  icon: <RiApps2Line />,
  routes: { root: servicesRouteRef },
  externalRoutes: { createService: createServiceRouteRef },
  info: { packageJson: () => import('../package.json') },
  extensions: [page],
});
