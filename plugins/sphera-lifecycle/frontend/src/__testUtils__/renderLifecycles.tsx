import { toastApiRef } from '@backstage/frontend-plugin-api';
import {
  createApiMock,
  mockApis,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  AuthorizeResult,
  EvaluatePermissionRequest,
} from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { operationsApiRef } from '@sphera/plugin-operations-react';
import { act } from '@testing-library/react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { SWRConfig } from 'swr';
import { BoardPage } from '../board/BoardPage';
import { lifecyclesRouteRef, templateRouteRef } from '../routes';
import { LifecycleTab } from '../tab/LifecycleTab';
import { dana } from './answers';
import { LifecyclesOfTest } from './LifecyclesOfTest';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'quotes',
    namespace: 'default',
    description: 'Prices a parcel',
  },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/booking' }],
};

const config = {
  app: { baseUrl: 'http://localhost:3000' },
  backend: { baseUrl: 'http://localhost:7007' },
  sphera: {
    fleet: {
      environments: [
        { name: 'staging', title: 'Staging' },
        { name: 'production', title: 'Production' },
      ],
      regions: [{ name: 'eu', title: 'Frankfurt' }],
    },
  },
};

const toasts = createApiMock(toastApiRef, () => ({ post: jest.fn() }));

function Address() {
  const { pathname, search } = useLocation();
  return (
    <output aria-label="Address">
      {decodeURIComponent(`${pathname}${search}`)}
    </output>
  );
}

interface Options {
  lifecycles?: LifecyclesOfTest;
  /** Path and query. */
  address?: string;
  may?: (request: EvaluatePermissionRequest) => boolean;
}

/** The life-cycle tab of quotes, as dana of the booking team sees it. */
export const renderTab = (options: Options = {}) =>
  render(
    <EntityProvider entity={entity}>
      <LifecycleTab />
    </EntityProvider>,
    options,
  );

/** The board of all services. */
export const renderBoard = (options: Options = {}) =>
  render(<BoardPage />, { address: '/life-cycles', ...options });

function render(page: JSX.Element, options: Options) {
  const { lifecycles = new LifecyclesOfTest(), address = '/' } = options;
  const { may = () => true } = options;
  const listeners = new Set<() => void>();
  const authorize = (request: EvaluatePermissionRequest) =>
    may(request) ? AuthorizeResult.ALLOW : AuthorizeResult.DENY;
  renderInTestApp(
    // Each test asks for permissions anew.
    <SWRConfig value={{ provider: () => new Map() }}>
      <Routes>
        <Route path={address.split('?')[0]} element={page} />
        <Route path="*" element={<p>Another page</p>} />
      </Routes>
      <Address />
    </SWRConfig>,
    {
      initialRouteEntries: [address],
      apis: [
        toasts(),
        catalogApiMock(),
        mockApis.identity({
          userEntityRef: dana,
          ownershipEntityRefs: [dana, 'group:default/booking'],
        }),
        [operationsApiRef, lifecycles],
        [permissionApiRef, mockApis.permission({ authorize })],
        [
          signalApiRef,
          {
            subscribe(_channel: string, onMessage: (message: any) => void) {
              const listener = () => onMessage({});
              listeners.add(listener);
              return { unsubscribe: () => listeners.delete(listener) };
            },
          },
        ],
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/create/templates/:namespace/:templateName': templateRouteRef,
        '/life-cycles': lifecyclesRouteRef,
      },
      config,
    },
  );
  return {
    lifecycles,
    /** Tells the page that something changed. */
    signal: () => act(() => listeners.forEach(listener => listener())),
  };
}
