import { fetchApiRef, toastApiRef } from '@backstage/frontend-plugin-api';
import {
  createApiMock,
  mockApis,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  AuthorizeResult,
  EvaluatePermissionRequest,
} from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { operationsApiRef } from '@sphera/plugin-operations-react';
import { act } from '@testing-library/react';
import { useLocation } from 'react-router-dom';
import { SWRConfig } from 'swr';
import { fleetConfig } from '../../__testUtils__/matrixAnswers';
import { LogOfTest } from '../../logs/__testUtils__/LogOfTest';
import { DeploymentsTab } from '../DeploymentsTab';
import { ServiceOfTest } from './ServiceOfTest';

const toasts = createApiMock(toastApiRef, () => ({ post: jest.fn() }));

const quotes = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'quotes',
    namespace: 'default',
    annotations: { 'backstage.io/kubernetes-id': 'quotes' },
  },
};

function Address() {
  return <output aria-label="Address">{useLocation().search}</output>;
}

/** The tab of the service quotes, as somebody who may do what `may` says. */
export function renderTab(
  options: {
    service?: ServiceOfTest;
    log?: LogOfTest;
    address?: string;
    may?: (request: EvaluatePermissionRequest) => boolean;
  } = {},
) {
  const { service = new ServiceOfTest(), log = new LogOfTest() } = options;
  const { address = '', may = () => true } = options;
  const listeners = new Set<() => void>();
  const authorize = (request: EvaluatePermissionRequest) =>
    may(request) ? AuthorizeResult.ALLOW : AuthorizeResult.DENY;
  renderInTestApp(
    // Each test asks for permissions anew.
    <SWRConfig value={{ provider: () => new Map() }}>
      <EntityProvider entity={quotes}>
        <DeploymentsTab />
        <Address />
      </EntityProvider>
    </SWRConfig>,
    {
      initialRouteEntries: [`/${address}`],
      apis: [
        toasts(),
        [operationsApiRef, service],
        [fetchApiRef, { fetch: log.fetch as typeof fetch }],
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
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      config: {
        app: { baseUrl: 'http://localhost:3000' },
        backend: { baseUrl: 'http://localhost:7007' },
        sphera: { fleet: fleetConfig },
      },
    },
  );
  return {
    service,
    log,
    /** Tells the page that something changed. */
    signal: () => act(() => listeners.forEach(listener => listener())),
  };
}
