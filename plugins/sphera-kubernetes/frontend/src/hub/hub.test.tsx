import type {
  DriftFacts,
  VersionsFacts,
} from '@sphera/plugin-kubernetes-common';
import type { ServiceRow } from '@sphera/plugin-services-common';
import { screen } from '@testing-library/react';
import { FleetOfTest } from '../__testUtils__/FleetOfTest';
import { renderWithFleet } from '../__testUtils__/renderWithFleet';
import { DriftCell } from './DriftCell';
import { VersionsCell } from './VersionsCell';

const rowWith = (facts: ServiceRow['facts']): ServiceRow => ({
  service: 'component:default/quotes',
  name: 'quotes',
  title: 'Quotes',
  owners: [],
  type: 'microservice',
  environments: [],
  facts,
});

describe('The versions of a service in the table of all services', () => {
  it('are told by environment, with those that differ marked', async () => {
    const versions: VersionsFacts = [
      { environment: 'staging', versions: ['4.13.0'], health: 'degraded' },
      {
        environment: 'production',
        versions: ['4.12.1', '4.11.0'],
        health: 'healthy',
      },
    ];
    renderWithFleet(
      <VersionsCell row={rowWith({ versions })} />,
      new FleetOfTest(),
    );
    await screen.findByRole('list', { name: 'Versions' });
    expect(
      screen.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual([
      'degradedStaging4.13.0',
      'healthyProduction≠4.12.1 (differs)≠4.11.0 (differs)',
    ]);
  });

  it('say where a rollout is stuck, although what ran before still serves', async () => {
    const versions: VersionsFacts = [
      {
        environment: 'staging',
        versions: ['4.13.0'],
        health: 'healthy',
        stuck: true,
      },
    ];
    renderWithFleet(
      <VersionsCell row={rowWith({ versions })} />,
      new FleetOfTest(),
    );
    expect(await screen.findByText('serves, but stuck')).toBeInTheDocument();
  });

  it('are nothing where nothing runs', async () => {
    renderWithFleet(
      <>
        <VersionsCell row={rowWith({})} />
        <p>drawn</p>
      </>,
      new FleetOfTest(),
    );
    await screen.findByText('drawn');
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
  });
});

describe('The drift of a service in the table of all services', () => {
  it('is counted, named, and leads to its deployments', async () => {
    const drift: DriftFacts = { count: 3, kinds: { version: 1, resources: 2 } };
    renderWithFleet(<DriftCell row={rowWith({ drift })} />, new FleetOfTest());
    const link = await screen.findByRole('link', {
      name: 'Drift: 3. Version differs, Resources differ (2)',
    });
    expect(link).toHaveTextContent('3');
    expect(link).toHaveAttribute(
      'href',
      '/catalog/default/component/quotes/deployments',
    );
  });

  it('is nothing where nothing drifts', async () => {
    renderWithFleet(
      <>
        <DriftCell row={rowWith({})} />
        <p>drawn</p>
      </>,
      new FleetOfTest(),
    );
    await screen.findByText('drawn');
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
