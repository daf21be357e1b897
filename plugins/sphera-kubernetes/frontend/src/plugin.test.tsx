import { renderTestApp } from '@backstage/frontend-test-utils';
import { operationsApiRef } from '@sphera/plugin-operations-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FleetOfTest } from './__testUtils__/FleetOfTest';
import { fleetConfig, serviceRow } from './__testUtils__/matrixAnswers';
import plugin from './plugin';

function renderAt(address: string) {
  const fleet = new FleetOfTest();
  fleet.rows = [serviceRow('quotes')];
  renderTestApp({
    features: [plugin],
    initialRouteEntries: [address],
    apis: [[operationsApiRef, fleet]],
    config: {
      app: { baseUrl: 'http://localhost:3000' },
      backend: { baseUrl: 'http://localhost:7007' },
      sphera: { fleet: fleetConfig },
    },
  });
  return fleet;
}

it('opens its page on what runs where, with drift beside it', async () => {
  renderAt('/deployments');
  expect(await screen.findByText('Quotes')).toBeVisible();
  await userEvent.click(screen.getByRole('tab', { name: 'Drift' }));
  expect(await screen.findByText('Nothing drifts')).toBeVisible();
});

it('keeps the question of an address that names no tab', async () => {
  const fleet = renderAt('/deployments?only=drift');
  expect(await screen.findByText('No service matches')).toBeVisible();
  expect(fleet.asked).toEqual([{ only: 'drift', limit: 50 }]);
});
