import { fetchApiRef, toastApiRef } from '@backstage/frontend-plugin-api';
import {
  createApiMock,
  mockApis,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { operationsApiRef } from '@sphera/plugin-operations-react';
import { useLocation } from 'react-router-dom';
import type { AuditOfTest } from './AuditOfTest';

const toasts = createApiMock(toastApiRef, () => ({ post: jest.fn() }));

function Address() {
  const { search } = useLocation();
  return <output data-testid="address">{search}</output>;
}

/** A page over an audit log in memory, opened at an address. */
export function renderAudit(
  page: JSX.Element,
  options: { audit: AuditOfTest; search?: string; fetch?: typeof fetch },
) {
  const toast = toasts();
  renderInTestApp(
    <>
      {page}
      <Address />
    </>,
    {
      apis: [
        toast,
        [operationsApiRef, options.audit],
        [permissionApiRef, mockApis.permission()],
        [fetchApiRef, { fetch: options.fetch ?? fetch }],
      ],
      initialRouteEntries: [`/${options.search ?? ''}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return { toast };
}
