import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { operationsApiRef } from '@sphera/plugin-operations-react';
import { act } from '@testing-library/react';
import { FleetOfTest } from './FleetOfTest';
import { fleetConfig } from './matrixAnswers';

/** A page over what runs in memory. */
export function renderWithFleet(
  page: JSX.Element,
  fleet: FleetOfTest,
  options: { path?: string } = {},
) {
  const listeners = new Set<() => void>();
  renderInTestApp(page, {
    initialRouteEntries: [options.path ?? '/'],
    apis: [
      [operationsApiRef, fleet],
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
  });
  return {
    /** Tells the page that something changed. */
    signal: () => act(() => listeners.forEach(listener => listener())),
  };
}
