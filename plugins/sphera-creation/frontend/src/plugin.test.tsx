import {
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { operationsApiRef } from '@sphera/plugin-operations-react';
import { screen } from '@testing-library/react';
import { creation } from './__testUtils__/answers';
import { CreationsOfTest } from './__testUtils__/CreationsOfTest';
import { fleetConfig } from './__testUtils__/fleet';
import plugin from './plugin';
// Loaded with the test, and not while it waits for the page.
import './creation/CreationPage';
import './list/CreationsPage';
import './pages/CreationPages';
import './pages/ShortAddress';

/** A page with tabs where the scaffolder has its own. */
const createPage = createFrontendPlugin({
  pluginId: 'scaffolder',
  extensions: [
    PageBlueprint.make({
      params: { path: '/create', title: 'Create', routeRef: createRouteRef() },
    }),
  ],
});

const openAt = (address: string) => {
  const creations = new CreationsOfTest();
  creations.creations = [creation()];
  renderTestApp({
    features: [createPage, plugin],
    initialRouteEntries: [address],
    apis: [[operationsApiRef, creations]],
    config: {
      app: { baseUrl: 'http://localhost:3000' },
      backend: { baseUrl: 'http://localhost:7007' },
      sphera: { fleet: fleetConfig },
    },
  });
};

const heading = () =>
  screen.findByRole('heading', { name: 'Creation of parcel-quotes' });

it('is a tab of the page on which one creates', async () => {
  openAt('/create/creations');
  expect(await screen.findByRole('tab', { name: 'Creations' })).toBeVisible();
  expect(
    await screen.findByRole('link', { name: 'parcel-quotes' }),
  ).toHaveAttribute('href', '/create/creations/creation-8');
});

it('has a page for each creation, which a short address leads to', async () => {
  openAt('/creations/creation-8');
  expect(await heading()).toBeVisible();
});

it('leads from the short address of all of them to those that it names', async () => {
  openAt('/creations?name=another');
  expect(await screen.findByText('No creation is like this')).toBeVisible();
});
