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
import { useLocation } from 'react-router-dom';
import { SWRConfig } from 'swr';
import { locksRouteRef, mergesRouteRef } from '../routes';
import { MergesOfTest } from './MergesOfTest';

const toasts = createApiMock(toastApiRef, () => ({ post: jest.fn() }));

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="Address">{`${pathname}${search}`}</output>;
}

/** A page or a part of one, at an address, as somebody who may do what `may` says. */
export function renderMerges(
  page: JSX.Element,
  options: {
    merges?: MergesOfTest;
    /** Path and query; default: `/locks/merges`. */
    address?: string;
    may?: (request: EvaluatePermissionRequest) => boolean;
  } = {},
) {
  const { merges = new MergesOfTest(), address = '/locks/merges' } = options;
  const { may = () => true } = options;
  const listeners = new Set<() => void>();
  const authorize = (request: EvaluatePermissionRequest) =>
    may(request) ? AuthorizeResult.ALLOW : AuthorizeResult.DENY;
  const toast = toasts();
  renderInTestApp(
    // Each test asks for permissions anew.
    <SWRConfig value={{ provider: () => new Map() }}>
      {page}
      <Address />
    </SWRConfig>,
    {
      initialRouteEntries: [address],
      apis: [
        toast,
        [operationsApiRef, merges],
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
        '/locks/merges': mergesRouteRef,
      },
      config: {
        app: { baseUrl: 'http://localhost:3000' },
        backend: { baseUrl: 'http://localhost:7007' },
      },
    },
  );
  return {
    merges,
    toast,
    /** Tells the page that something changed. */
    signal: () => act(() => listeners.forEach(listener => listener())),
  };
}
