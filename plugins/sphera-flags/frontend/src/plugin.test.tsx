import { renderTestApp } from '@backstage/frontend-test-utils';
import { operationsApiRef } from '@sphera/plugin-operations-react';
import { screen } from '@testing-library/react';
import { fleetConfig } from './__testUtils__/fleet';
import { FlagsOfTest } from './__testUtils__/FlagsOfTest';
import plugin from './plugin';
// Loaded with the test, and not while it waits for the page.
import './pages/FlagsPages';
import './drift/DriftPage';
import './flag/FlagPage';

const openAt = (address: string) =>
  renderTestApp({
    features: [plugin],
    initialRouteEntries: [address],
    apis: [[operationsApiRef, new FlagsOfTest()]],
    config: {
      app: { baseUrl: 'http://localhost:3000' },
      backend: { baseUrl: 'http://localhost:7007' },
      sphera: { fleet: fleetConfig },
    },
  });

it('has a page for each flag, also where its key has dots', async () => {
  openAt('/flags/f/quotes.fast-lane');
  expect(
    await screen.findByRole('heading', { name: 'new-checkout' }),
  ).toBeVisible();
});

it('leads from drift to the flags and the clusters', async () => {
  openAt('/flags/drift');
  expect(await screen.findByRole('tab', { name: 'Flags' })).toHaveAttribute(
    'href',
    '/flags',
  );
  expect(screen.getByRole('tab', { name: 'Drift' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  expect(screen.getByRole('tab', { name: 'Clusters' })).toHaveAttribute(
    'href',
    '/flags/clusters',
  );
});

it('says so where an address leads to no page', async () => {
  openAt('/flags/no-such-page');
  expect(await screen.findByRole('link', { name: 'Go back' })).toBeVisible();
});
