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
import { SecretsTab } from '../SecretsTab';
import { fleetConfig } from './answers';
import { SecretsOfTest } from './SecretsOfTest';

const toasts = createApiMock(toastApiRef, () => ({ post: jest.fn() }));

const quotes = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'quotes', namespace: 'default' },
};

function Address() {
  return (
    <output aria-label="Address">
      {decodeURIComponent(useLocation().search)}
    </output>
  );
}

/** The tab of the service quotes, as somebody who may do what `may` says. */
export function renderTab(
  options: {
    secrets?: SecretsOfTest;
    address?: string;
    may?: (request: EvaluatePermissionRequest) => boolean;
  } = {},
) {
  const { secrets = new SecretsOfTest(), address = '' } = options;
  const { may = () => true } = options;
  const listeners = new Set<() => void>();
  const authorize = (request: EvaluatePermissionRequest) =>
    may(request) ? AuthorizeResult.ALLOW : AuthorizeResult.DENY;
  renderInTestApp(
    // Each test asks for permissions anew.
    <SWRConfig value={{ provider: () => new Map() }}>
      <EntityProvider entity={quotes}>
        <main>
          <SecretsTab />
        </main>
        <Address />
      </EntityProvider>
    </SWRConfig>,
    {
      initialRouteEntries: [`/${address}`],
      apis: [
        toasts(),
        [operationsApiRef, secrets],
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
    secrets,
    /** Tells the page that something changed. */
    signal: () => act(() => listeners.forEach(listener => listener())),
  };
}
