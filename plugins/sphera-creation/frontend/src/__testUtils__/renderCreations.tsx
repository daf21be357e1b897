import { toastApiRef } from '@backstage/frontend-plugin-api';
import {
  createApiMock,
  mockApis,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
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
import { creationsRouteRef, taskRouteRef, templatesRouteRef } from '../routes';
import { CreationsOfTest } from './CreationsOfTest';
import { fleetConfig } from './fleet';

const toasts = createApiMock(toastApiRef, () => ({ post: jest.fn() }));

function Address() {
  const { pathname, search } = useLocation();
  return (
    <output aria-label="Address">
      {decodeURIComponent(`${pathname}${search}`)}
    </output>
  );
}

/** A page or a part of one, at an address, as somebody who may do what `may` says. */
export function renderCreations(
  page: JSX.Element,
  options: {
    creations?: CreationsOfTest;
    /** Path and query; default: `/`. */
    address?: string;
    /** The pattern of the path that the page stands on, where it has parameters. */
    path?: string;
    may?: (request: EvaluatePermissionRequest) => boolean;
  } = {},
) {
  const { creations = new CreationsOfTest(), address = '/' } = options;
  const { may = () => true, path = '*' } = options;
  const listeners = new Set<() => void>();
  const authorize = (request: EvaluatePermissionRequest) =>
    may(request) ? AuthorizeResult.ALLOW : AuthorizeResult.DENY;
  renderInTestApp(
    // Each test asks for permissions anew.
    <SWRConfig value={{ provider: () => new Map() }}>
      <Routes>
        <Route path={path} element={page} />
        <Route path="*" element={<p>Another page</p>} />
      </Routes>
      <Address />
    </SWRConfig>,
    {
      initialRouteEntries: [address],
      apis: [
        toasts(),
        catalogApiMock(),
        [operationsApiRef, creations],
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
        '/create': templatesRouteRef,
        '/create/tasks/:taskId': taskRouteRef,
        '/create/creations': creationsRouteRef,
      },
      config: {
        app: { baseUrl: 'http://localhost:3000' },
        backend: { baseUrl: 'http://localhost:7007' },
        sphera: { fleet: fleetConfig },
      },
    },
  );
  return {
    creations,
    /** Tells the page that something changed. */
    signal: () => act(() => listeners.forEach(listener => listener())),
  };
}
