import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { flagRow, group, OFF, ON } from '../__testUtils__/answers';
import { manyClusters } from '../__testUtils__/fleet';
import { FlagsOfTest } from '../__testUtils__/FlagsOfTest';
import { renderFlags } from '../__testUtils__/renderFlags';
import { FlagsPage } from '../list/FlagsPage';

/** One flag in so many clusters, all on but for the first, which refused it. */
function openWith(count: number, query = '') {
  const flags = new FlagsOfTest();
  flags.clusters = manyClusters(count);
  const [first, second, ...rest] = flags.clusters.map(one => one.cluster);
  flags.rows = [
    flagRow('new-checkout', {
      groups: [
        group({ clusters: rest }),
        group({ wanted: OFF, reported: OFF, clusters: [second] }),
        group({ state: 'refused', reported: OFF, clusters: [first] }),
      ],
    }),
  ];
  return renderFlags(<FlagsPage />, {
    flags,
    address: `/flags${query}`,
    path: '/flags',
  });
}

describe('a matrix of many clusters', () => {
  it('has a column for all of an environment in a region, and counts in it', async () => {
    openWith(90);
    const frankfurt = await screen.findByRole('link', {
      name: 'new-checkout in Production, Frankfurt: 30 on, 1 refused',
    });
    expect(frankfurt).toHaveAttribute(
      'href',
      '/flags/f/new-checkout?environment=production&region=eu',
    );
    expect(
      screen.getByRole('link', {
        name: 'new-checkout in Production, Virginia: 29 on, 1 off',
      }),
    ).toHaveTextContent('29 on1 off');
    expect(
      screen.getAllByRole('columnheader').map(({ textContent }) => textContent),
    ).toEqual([
      'Flag',
      'Production',
      'Frankfurt30 clusters',
      'Virginia30 clusters',
      'Sydney30 clusters',
    ]);
  });

  it('opens a column to its clusters, and keeps it open in the address', async () => {
    openWith(30);
    const showClusters = {
      name: 'Show the clusters of Production, Frankfurt',
    };
    await userEvent.click(await screen.findByRole('button', showClusters));
    expect(
      await screen.findByRole('link', {
        name: 'new-checkout in production-eu-1: on, refused, has off',
      }),
    ).toBeVisible();
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '/flags?open=production/eu',
    );
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Hide the clusters of Production, Frankfurt',
        expanded: true,
      }),
    );
    expect(await screen.findByRole('button', showClusters)).toBeVisible();
  });

  it('draws no more than fifty clusters of a column that is opened, and counts the rest', async () => {
    openWith(180, '?open=production/eu');
    const row = await screen.findByRole('row', { name: /^new-checkout/ });
    expect(within(row).getAllByRole('cell')).toHaveLength(53);
    expect(
      screen.getByRole('columnheader', { name: /10 clusters/ }),
    ).toBeVisible();
    expect(
      within(row).getByRole('link', {
        name: 'new-checkout in Production, Frankfurt: 10 on',
      }),
    ).toBeVisible();
  });

  it('says how many clusters of a column are silent', async () => {
    const flags = new FlagsOfTest();
    flags.clusters = manyClusters(30).map((one, index) => ({
      ...one,
      isSilent: index === 0,
    }));
    flags.rows = [
      flagRow('new-checkout', {
        groups: [group({ wanted: ON, reported: ON, clusters: [] })],
      }),
    ];
    renderFlags(<FlagsPage />, { flags });
    expect(
      await screen.findByRole('columnheader', { name: /1 is silent/ }),
    ).toHaveTextContent('Frankfurt');
  });
});
