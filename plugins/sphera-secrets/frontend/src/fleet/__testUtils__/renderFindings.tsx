import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { operationsApiRef } from '@sphera/plugin-operations-react';
import type { FindingsOfTest } from './FindingsOfTest';

const fleet = {
  environments: [
    { name: 'staging', title: 'Staging' },
    { name: 'production', title: 'Production' },
  ],
  regions: [
    { name: 'eu-central-1', title: 'Frankfurt' },
    { name: 'us-east-1', title: 'Virginia' },
  ],
};

/** Something of the fleet's page over findings in memory. */
export function renderFindings(
  page: JSX.Element,
  findings: FindingsOfTest,
  path: string = '/',
) {
  renderInTestApp(page, {
    initialRouteEntries: [path],
    apis: [[operationsApiRef, findings]],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    config: {
      app: { baseUrl: 'http://localhost:3000' },
      backend: { baseUrl: 'http://localhost:7007' },
      sphera: { fleet },
    },
  });
}
