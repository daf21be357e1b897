import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FleetOfTest } from '../__testUtils__/FleetOfTest';
import { versionDrift } from '../__testUtils__/matrixAnswers';
import { renderWithFleet } from '../__testUtils__/renderWithFleet';
import { DriftPage } from './DriftPage';

function fleetWith(...drift: FleetOfTest['drift']) {
  const fleet = new FleetOfTest();
  fleet.drift = drift;
  return fleet;
}

const behind = versionDrift({
  kind: 'behind',
  sentence: 'Production has lagged behind Staging for 5 days.',
});
const resources = versionDrift({
  service: 'component:default/returns',
  kind: 'resources',
  environment: 'staging',
  sentence: 'The memory limit differs.',
  clusters: [
    { cluster: 'a', value: '1Gi' },
    { cluster: 'b', value: '1Gi' },
    { cluster: 'c', value: '512Mi' },
  ],
});

describe('the list of drift', () => {
  it('tells by service what differs, and what each cluster has', async () => {
    renderWithFleet(
      <DriftPage />,
      fleetWith(versionDrift(), behind, resources),
    );
    expect(await screen.findByText('3 differences')).toBeVisible();
    const quotes = screen.getByRole('region', { name: 'quotes' });
    const returns = screen.getByRole('region', { name: 'returns' });
    expect(within(quotes).getByText(/runs two versions/)).toBeVisible();
    expect(within(quotes).getByText(/has lagged behind/)).toBeVisible();
    const [values] = within(returns).getAllByRole('list', {
      name: 'What each cluster has',
    });
    expect(
      within(values)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['a1Gi', 'b1Gi', 'c≠512Mi (differs)']);
    expect(within(values).getByRole('link', { name: 'c' })).toHaveAttribute(
      'href',
      '/catalog/default/component/returns/deployments?cluster=c&namespace=booking&name=quotes',
    );
  });

  it('leads to the environment that differs, and not into the namespace of another', async () => {
    const clusters = [
      { cluster: 'production-eu', value: '4.11.0' },
      { cluster: 'staging-eu', value: '4.12.1' },
    ];
    renderWithFleet(<DriftPage />, fleetWith({ ...behind, clusters }));
    expect(
      await screen.findByRole('link', { name: 'production-eu' }),
    ).toBeVisible();
    expect(screen.getByText('staging-eu')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'staging-eu' })).toBeNull();
  });

  it('is narrowed to a kind and an environment', async () => {
    renderWithFleet(
      <DriftPage />,
      fleetWith(versionDrift(), behind, resources),
    );
    await userEvent.click(await screen.findByRole('button', { name: /Kind/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Resources differ' }),
    );
    expect(await screen.findByText('1 difference')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /Environment/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Production' }),
    );
    expect(await screen.findByText('Nothing drifts like this')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show everything' }),
    );
    expect(await screen.findByText('3 differences')).toBeVisible();
  });

  it('says that nothing drifts', async () => {
    renderWithFleet(<DriftPage />, fleetWith());
    expect(await screen.findByText('Nothing drifts')).toBeVisible();
  });

  it('says what went wrong', async () => {
    const fleet = fleetWith();
    fleet.fail(503);
    renderWithFleet(<DriftPage />, fleet);
    expect(await screen.findByText('Drift could not be loaded')).toBeVisible();
  });
});
