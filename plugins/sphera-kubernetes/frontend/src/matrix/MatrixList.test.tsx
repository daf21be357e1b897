import { screen, within } from '@testing-library/react';
import { FleetOfTest } from '../__testUtils__/FleetOfTest';
import {
  deployment,
  serviceRow,
  versionDrift,
} from '../__testUtils__/matrixAnswers';
import { renderWithFleet } from '../__testUtils__/renderWithFleet';
import { RunningPage } from './RunningPage';

it('shows a list in place of the matrix on a narrow screen', async () => {
  Object.assign(window, { innerWidth: 390 });
  const fleet = new FleetOfTest();
  fleet.rows = [
    serviceRow('quotes', {
      deployments: [
        deployment('production-eu'),
        deployment('production-us', { version: '4.11.0' }),
      ],
      drift: [versionDrift()],
    }),
  ];
  renderWithFleet(<RunningPage />, fleet);
  const list = await screen.findByRole('list', { name: 'Services' });
  const [item] = within(list).getAllByRole('listitem');
  expect(within(item).getByRole('link', { name: 'Quotes' })).toBeVisible();
  expect(within(item).getByRole('button', { name: /Drift of/ })).toBeVisible();
  const production = within(item).getByRole('region', { name: 'Production' });
  expect(
    within(production).getByRole('link', {
      name: /Quotes in production-us: version 4.11.0/,
    }),
  ).toBeVisible();
  expect(within(item).queryByText('Staging')).not.toBeInTheDocument();
  expect(screen.queryByRole('grid')).not.toBeInTheDocument();
});
