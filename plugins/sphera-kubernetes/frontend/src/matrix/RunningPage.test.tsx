import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FleetOfTest } from '../__testUtils__/FleetOfTest';
import {
  deployment,
  serviceRow,
  versionDrift,
} from '../__testUtils__/matrixAnswers';
import { renderWithFleet } from '../__testUtils__/renderWithFleet';
import { RunningPage } from './RunningPage';

function fleetOf(...rows: FleetOfTest['rows']) {
  const fleet = new FleetOfTest();
  fleet.rows = rows;
  return fleet;
}

const quotes = serviceRow('quotes');
const driftingQuotes = serviceRow('quotes', {
  deployments: [
    deployment('production-eu'),
    deployment('production-us', { version: '4.11.0' }),
  ],
  drift: [versionDrift()],
});
const cell = (name: RegExp | string) => screen.findByRole('link', { name });
const rowOf = (name: RegExp) => screen.getByRole('row', { name });

describe('the matrix of services and clusters', () => {
  it('has a column for each cluster, under its environment', async () => {
    renderWithFleet(<RunningPage />, fleetOf(quotes));
    await cell('Quotes');
    expect(
      screen.getAllByRole('columnheader').map(head => head.textContent),
    ).toEqual([
      'Service',
      'Staging',
      'Production',
      'Frankfurtstaging-eu',
      'Frankfurtproduction-eu',
      'Virginiaproduction-us',
    ]);
  });

  it('says of each deployment its version and how many pods are ready, and leads to it', async () => {
    renderWithFleet(<RunningPage />, fleetOf(quotes));
    expect(
      await cell('Quotes in production-eu: version 4.12.1, 3 of 3 ready'),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/quotes/deployments?cluster=production-eu&namespace=booking&name=quotes',
    );
    expect(screen.getByRole('link', { name: 'Quotes' })).toHaveAttribute(
      'href',
      '/catalog/default/component/quotes',
    );
  });

  it('says what is wrong or under way', async () => {
    renderWithFleet(
      <RunningPage />,
      fleetOf(
        serviceRow('quotes', {
          deployments: [
            deployment('production-eu', {
              health: 'degraded',
              replicas: { desired: 3, ready: 2, updated: 1, available: 2 },
              rollout: { state: 'stuck', sentence: 'no progress' },
            }),
            deployment('production-us', {
              replicas: { desired: 3, ready: 3, updated: 2, available: 3 },
              rollout: { state: 'rolling' },
            }),
          ],
        }),
      ),
    );
    const stuck = await cell(
      'Quotes in production-eu: version 4.12.1, 2 of 3 ready, degraded, stuck, 1 of 3 updated',
    );
    expect(within(stuck).getByText('stuck')).toBeVisible();
    const rolling = await cell(/production-us.*rolling, 2 of 3 updated/);
    expect(within(rolling).getByText('rolling')).toBeVisible();
  });

  it('tells several deployments of a service in one cluster apart', async () => {
    renderWithFleet(
      <RunningPage />,
      fleetOf(
        serviceRow('quotes', {
          deployments: [
            deployment('production-eu'),
            deployment('production-eu', { name: 'quotes-worker' }),
          ],
        }),
      ),
    );
    expect(await screen.findByText('quotes-worker')).toBeVisible();
    expect(screen.getAllByRole('link', { name: /production-eu/ })).toHaveLength(
      2,
    );
  });

  it('marks what differs, and says what to who comes to the mark', async () => {
    renderWithFleet(<RunningPage />, fleetOf(driftingQuotes));
    await cell(/production-us: version 4.11.0, .*version differs/);
    const mark = screen.getByRole('button', { name: 'Drift of Quotes: 1' });
    await userEvent.click(mark);
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      /Production runs two versions/,
    );
  });

  it('says how old what it shows of a lost cluster is, and why', async () => {
    const since = '2026-11-20T09:05:00.000Z';
    const fleet = fleetOf(
      serviceRow('quotes', {
        deployments: [
          deployment('production-us', { stale: true, observedAt: since }),
        ],
      }),
    );
    fleet.clusters = fleet.clusters.map(one =>
      one.cluster === 'production-us'
        ? {
            ...one,
            state: 'lost',
            observedAt: since,
            problem: 'Its token has expired.',
          }
        : one,
    );
    renderWithFleet(<RunningPage />, fleet);
    await cell(/production-us: version 4.12.1, 3 of 3 ready, as of /);
    expect(
      await screen.findByText('production-us does not answer'),
    ).toBeVisible();
    expect(screen.getByText(/Its token has expired/)).toBeVisible();
  });

  it('does not claim that nothing runs in a cluster that it has not seen yet', async () => {
    const fleet = fleetOf(
      serviceRow('quotes', { deployments: [deployment('production-eu')] }),
    );
    fleet.clusters = fleet.clusters.map(one =>
      one.cluster === 'production-us' ? { ...one, state: 'connecting' } : one,
    );
    renderWithFleet(<RunningPage />, fleet);
    expect(await screen.findByText('not known yet')).toBeVisible();
    expect(screen.getByText('Connecting to production-us')).toBeVisible();
  });

  it('is one stop for the Tab key, with arrow keys between its cells', async () => {
    renderWithFleet(
      <RunningPage />,
      fleetOf(quotes, serviceRow('returns', { drift: [versionDrift()] })),
    );
    const first = await cell('Quotes');
    expect(
      within(screen.getByRole('grid'))
        .getAllByRole('link')
        .filter(link => link.tabIndex === 0),
    ).toEqual([first]);
    first.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(await cell(/Quotes in staging-eu/)).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(await cell(/Returns in staging-eu/)).toHaveFocus();
    await userEvent.keyboard('{End}');
    expect(await cell(/Returns in production-us/)).toHaveFocus();
    await userEvent.keyboard('{Home}{ArrowRight}');
    expect(
      screen.getByRole('button', { name: 'Drift of Returns: 1' }),
    ).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    expect(first).toHaveFocus();
  });

  it('draws only the cells anew that have changed', async () => {
    const fleet = fleetOf(quotes, serviceRow('returns'));
    const { signal } = renderWithFleet(<RunningPage />, fleet);
    const untouched = await cell(/Returns in production-eu/);
    const touched = await cell(/Quotes in production-eu/);
    // Nothing that this asks for is still on its way.
    await waitFor(() => {
      expect(rowOf(/Quotes/)).toHaveTextContent('Booking');
      expect(rowOf(/Returns/)).toHaveTextContent('Booking');
    });
    const drawn: Node[] = [];
    const observer = new MutationObserver(changes =>
      drawn.push(...changes.map(({ target }) => target)),
    );
    observer.observe(screen.getByRole('grid'), {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    fleet.rows = [
      serviceRow('quotes', {
        deployments: [
          deployment('staging-eu'),
          deployment('production-eu', { version: '4.13.0' }),
          deployment('production-us'),
        ],
      }),
      // Heard from again, and nothing else.
      serviceRow('returns'),
    ];
    signal();
    await cell(/Quotes in production-eu: version 4.13.0/);
    expect(touched).toBeInTheDocument();
    expect(untouched).toBeInTheDocument();
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.every(node => touched.contains(node))).toBe(true);
    observer.disconnect();
  });
});

describe('the filters of the matrix', () => {
  it('search while one types, and are taken off together', async () => {
    const fleet = fleetOf(quotes, serviceRow('returns'));
    renderWithFleet(<RunningPage />, fleet);
    expect(await screen.findByText('2 services')).toBeVisible();
    await userEvent.type(screen.getByRole('searchbox'), 'Moon');
    expect(await screen.findByText('No service matches')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByText('2 services')).toBeVisible();
  });

  it('offer the teams that own services', async () => {
    const fleet = fleetOf(
      quotes,
      serviceRow('captures', { owners: ['group:default/money'] }),
    );
    renderWithFleet(<RunningPage />, fleet);
    await cell('Captures');
    await waitFor(() =>
      expect(rowOf(/Captures/)).toHaveTextContent('Payments'),
    );
    await userEvent.click(screen.getByRole('button', { name: /Team/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Payments' }),
    );
    expect(await screen.findByText('1 service')).toBeVisible();
    expect(screen.queryByText('Quotes')).not.toBeInTheDocument();
  });

  it('leave the clusters of one environment', async () => {
    const fleet = fleetOf(quotes);
    renderWithFleet(<RunningPage />, fleet, {
      path: '/?environment=production',
    });
    await cell('Quotes');
    expect(screen.queryByText('staging-eu')).not.toBeInTheDocument();
    expect(fleet.asked.at(-1)).toMatchObject({ environment: 'production' });
  });

  it('leave what drifts, what is unhealthy, what is mine', async () => {
    const drifting = { drift: [versionDrift()] };
    const fleet = fleetOf(quotes, serviceRow('returns', drifting));
    renderWithFleet(<RunningPage />, fleet);
    await screen.findByText('2 services');
    await userEvent.click(screen.getByRole('button', { name: 'Only drift' }));
    expect(await screen.findByText('1 service')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Only unhealthy' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Mine' }));
    await waitFor(() =>
      expect(fleet.asked.at(-1)).toEqual({
        only: 'unhealthy',
        mine: true,
        limit: 50,
      }),
    );
  });

  it('are as the address says', async () => {
    const fleet = fleetOf(driftingQuotes);
    renderWithFleet(<RunningPage />, fleet, {
      path: '/?text=Quo&team=group:default/booking&environment=staging&only=drift&mine=true',
    });
    await screen.findByText('1 service');
    expect(fleet.asked.at(-1)).toEqual({
      text: 'Quo',
      team: 'group:default/booking',
      environment: 'staging',
      only: 'drift',
      mine: true,
      limit: 50,
    });
  });
});

describe('the page of what runs where', () => {
  it('shows more services on demand', async () => {
    const many = Array.from({ length: 70 }, (_, at) => serviceRow(`s${at}`));
    renderWithFleet(<RunningPage />, fleetOf(...many));
    expect(await screen.findByText('50 of 70 services')).toBeVisible();
    expect(screen.queryByText('S69')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() =>
      expect(screen.queryByText('50 of 70 services')).not.toBeInTheDocument(),
    );
  });

  it('says which label a deployment needs where none belongs to a service', async () => {
    renderWithFleet(<RunningPage />, fleetOf());
    expect(await screen.findByText('No deployments yet')).toBeVisible();
    expect(screen.getByText('backstage.io/kubernetes-id')).toBeVisible();
  });

  it('says what went wrong and tries again', async () => {
    const fleet = fleetOf(quotes);
    fleet.fail(400, 'environment must be one of staging, production');
    renderWithFleet(<RunningPage />, fleet, { path: '/?environment=moon' });
    expect(
      await screen.findByText(/environment must be one of staging/),
    ).toBeVisible();
    fleet.fail();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('1 service')).toBeVisible();
  });

  it('says so to who may not see it', async () => {
    const fleet = fleetOf(quotes);
    fleet.fail(403, 'You may not list deployments');
    renderWithFleet(<RunningPage />, fleet);
    expect(
      await screen.findByText('Deployments are not open to you'),
    ).toBeVisible();
  });
});
