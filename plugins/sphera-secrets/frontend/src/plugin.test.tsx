import { renderTestApp } from '@backstage/frontend-test-utils';
import { operationsApiRef } from '@sphera/plugin-operations-react';
import { screen } from '@testing-library/react';
import { FindingsOfTest } from './fleet/__testUtils__/FindingsOfTest';
import plugin from './plugin';

it('opens its page on what was found in the fleet', async () => {
  renderTestApp({
    features: [plugin],
    initialRouteEntries: ['/secrets'],
    apis: [[operationsApiRef, new FindingsOfTest()]],
    config: {
      app: { baseUrl: 'http://localhost:3000' },
      backend: { baseUrl: 'http://localhost:7007' },
    },
  });
  expect(await screen.findByText('Nothing drifts')).toBeVisible();
});
