import {
  createFrontendPlugin,
  createRouteRef,
  type FrontendFeature,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { operationsApiRef } from '@sphera/plugin-operations-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FleetOfTest } from './__testUtils__/FleetOfTest';
import {
  deployment,
  fleetConfig,
  serviceRow,
} from './__testUtils__/matrixAnswers';
// Loaded with the test, and not while it waits for the page.
import './matrix/RunningPage';
import plugin from './plugin';

const startRouteRef = createRouteRef();

/** An app's rollbacks, as far as other pages lead there. */
const rollbacks = createFrontendPlugin({
  pluginId: 'sphera-rollback',
  routes: { start: startRouteRef },
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/rollbacks/start',
        routeRef: startRouteRef,
        title: 'Rollbacks',
        loader: async () => <p>The start of a rollback</p>,
      },
    }),
  ],
});

function openMatrix(features: FrontendFeature[]) {
  const fleet = new FleetOfTest();
  fleet.rows = ['quotes', 'returns'].map(name =>
    serviceRow(name, {
      deployments: [deployment('production-eu'), deployment('production-us')],
    }),
  );
  renderTestApp({
    features,
    initialRouteEntries: ['/deployments/running'],
    apis: [[operationsApiRef, fleet]],
    config: {
      app: { baseUrl: 'http://localhost:3000' },
      backend: { baseUrl: 'http://localhost:7007' },
      sphera: { fleet: fleetConfig },
    },
  });
}

const link = (name: string | RegExp) => screen.findByRole('link', { name });

describe('in an app that has rollbacks', () => {
  it('leads from each cell of the matrix to a rollback there', async () => {
    openMatrix([plugin, rollbacks]);
    const way = await link('Roll back Quotes in production-eu…');
    expect(way).toHaveAttribute(
      'href',
      '/rollbacks/start?service=component%3Adefault%2Fquotes&environment=production&regions=eu',
    );
    await userEvent.click(way);
    expect(await screen.findByText('The start of a rollback')).toBeVisible();
  });

  it('keeps the arrow keys to the deployments, with the rollback at the right of each', async () => {
    openMatrix([plugin, rollbacks]);
    (await link(/^Quotes in production-eu/)).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(await link(/^Returns in production-eu/)).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    expect(await link('Roll back Returns in production-eu…')).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    expect(await link(/^Quotes in production-eu/)).toHaveFocus();
  });
});

it('offers no rollback in an app that has none', async () => {
  openMatrix([plugin]);
  await link(/^Quotes in production-eu/);
  expect(screen.queryByRole('link', { name: /Roll back/ })).toBeNull();
});
