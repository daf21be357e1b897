import {
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { operationsApiRef } from '@sphera/plugin-operations-react';
import { screen } from '@testing-library/react';
import { frozen } from './__testUtils__/answers';
import { MergesOfTest } from './__testUtils__/MergesOfTest';
// Loaded with the test, and not while it waits for the page.
import './MergesPage';
import plugin from './plugin';

/** A page with tabs where locks have theirs. */
const locksRoute = createRouteRef();
const locks = createFrontendPlugin({
  pluginId: 'sphera-locks',
  routes: { root: locksRoute },
  extensions: [
    PageBlueprint.make({
      params: { path: '/locks', title: 'Locks', routeRef: locksRoute },
    }),
  ],
});

it('is a tab of the page on which one freezes', async () => {
  const merges = new MergesOfTest();
  merges.holds = [frozen()];
  renderTestApp({
    features: [locks, plugin],
    initialRouteEntries: ['/locks/merges'],
    apis: [[operationsApiRef, merges]],
    config: {
      app: { baseUrl: 'http://localhost:3000' },
      backend: { baseUrl: 'http://localhost:7007' },
    },
  });
  expect(
    await screen.findByRole('tab', { name: 'Merges on GitHub' }),
  ).toBeVisible();
  expect(
    await screen.findByRole('link', { name: 'company/quotes' }),
  ).toHaveAttribute('href', '/locks/merges?repository=company%2Fquotes');
});
