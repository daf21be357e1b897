import { renderTestApp } from '@backstage/frontend-test-utils';
import { operationsApiRef } from '@sphera/plugin-operations-react';
import { screen } from '@testing-library/react';
import { standing } from './__testUtils__/answers';
import { LifecyclesOfTest } from './__testUtils__/LifecyclesOfTest';
import plugin from './plugin';
// Loaded with the test, and not while it waits for the page.
import './board/BoardPage';

it('has a page with all services by stage', async () => {
  const lifecycles = new LifecyclesOfTest();
  lifecycles.standings = [standing()];
  renderTestApp({
    features: [plugin],
    initialRouteEntries: ['/life-cycles'],
    apis: [[operationsApiRef, lifecycles]],
    config: {
      app: { baseUrl: 'http://localhost:3000' },
      backend: { baseUrl: 'http://localhost:7007' },
    },
  });
  expect(await screen.findByRole('link', { name: 'Quotes' })).toBeVisible();
});
