import { toastApiRef } from '@backstage/frontend-plugin-api';
import {
  createApiMock,
  mockApis,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  AuthorizeResult,
  EvaluatePermissionRequest,
} from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { operationsApiRef } from '@sphera/plugin-operations-react';
import { act } from '@testing-library/react';
import { SWRConfig } from 'swr';
import { locksRouteRef } from '../routes';
import { LocksOfTest } from './LocksOfTest';

const toasts = createApiMock(toastApiRef, () => ({ post: jest.fn() }));

/** A page over locks in memory, as somebody who may do what `may` says. */
export function renderWithLocks(
  page: JSX.Element,
  options: {
    locks?: LocksOfTest;
    may?: (request: EvaluatePermissionRequest) => boolean;
  } = {},
) {
  const { locks = new LocksOfTest(), may = () => true } = options;
  const listeners = new Set<() => void>();
  const authorize = (request: EvaluatePermissionRequest) =>
    may(request) ? AuthorizeResult.ALLOW : AuthorizeResult.DENY;
  const toast = toasts();
  renderInTestApp(
    // Each test asks for permissions anew.
    <SWRConfig value={{ provider: () => new Map() }}>{page}</SWRConfig>,
    {
      apis: [
        toast,
        [operationsApiRef, locks],
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
        '/locks': locksRouteRef,
      },
      config: {
        app: { baseUrl: 'http://localhost:3000' },
        backend: { baseUrl: 'http://localhost:7007' },
        sphera: {
          fleet: {
            environments: [
              { name: 'staging', title: 'Staging' },
              { name: 'production', title: 'Production' },
            ],
          },
        },
      },
    },
  );
  return {
    locks,
    toast,
    /** Tells the page that somebody else changed something. */
    signal: () => act(() => listeners.forEach(listener => listener())),
  };
}
