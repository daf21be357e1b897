import { renderTestApp } from '@backstage/frontend-test-utils';
import { operationsApiRef } from '@sphera/plugin-operations-react';
import { screen } from '@testing-library/react';
import { fleetConfig } from './__testUtils__/answers';
import { RollbacksOfTest } from './__testUtils__/RollbacksOfTest';
import plugin from './plugin';
// Loaded with the test, and not while it waits for the page.
import './pages/RollbackPages';
import './start/StartPage';

const openAt = (address: string) =>
  renderTestApp({
    features: [plugin],
    initialRouteEntries: [address],
    apis: [[operationsApiRef, new RollbacksOfTest()]],
    config: {
      app: { baseUrl: 'http://localhost:3000' },
      backend: { baseUrl: 'http://localhost:7007' },
      sphera: { fleet: fleetConfig },
    },
  });

it('has a page that starts a rollback, with what the address says', async () => {
  openAt('/rollbacks/start?service=quotes&environment=production');
  expect(
    await screen.findByRole('button', { name: 'Roll back quotes to 4.11.7' }),
  ).toBeVisible();
});
