import { listVersions, planRollback } from '@sphera/plugin-rollback-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { file, version } from '../__testUtils__/answers';
import { renderRollbacks } from '../__testUtils__/renderRollbacks';
import { RollbacksOfTest } from '../__testUtils__/RollbacksOfTest';
import { StartPage } from './StartPage';

const inProduction = '/rollbacks/start?service=quotes&environment=production';

const start = (
  address: string,
  rollbacks = new RollbacksOfTest(),
): ReturnType<typeof renderRollbacks> =>
  renderRollbacks(<StartPage />, { rollbacks, address });

const versionOf = (name: string) => screen.findByRole('radio', { name });

describe('what is to be rolled back', () => {
  it('is asked for, service first, where the address says nothing', async () => {
    start('/rollbacks/start');
    await userEvent.type(
      await screen.findByRole('combobox', { name: /Service/ }),
      'Quo',
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /Quotes/ }),
    );
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      'service=component:default/quotes',
    );
    expect(screen.queryByRole('radio', { name: '4.11.7' })).toBeNull();
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Production' }),
    );
    expect(await versionOf('4.11.7')).toBeChecked();
  });

  it('goes to the newest version that ran well before the present one, unless one chooses another', async () => {
    const { rollbacks } = start(inProduction);
    expect(await versionOf('4.11.7')).toBeChecked();
    expect(await versionOf('4.12.1')).toBeDisabled();
    await userEvent.click(await versionOf('4.11.6'));
    await waitFor(() =>
      expect(rollbacks.lastAsked(planRollback)).toMatchObject({
        service: 'component:default/quotes',
        environment: 'production',
        version: '4.11.6',
      }),
    );
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      'version=4.11.6',
    );
  });

  it('does not suggest a version whose image is missing', async () => {
    const rollbacks = new RollbacksOfTest();
    rollbacks.versions[2].image = 'missing';
    start(inProduction, rollbacks);
    expect(await versionOf('4.11.6')).toBeChecked();
  });

  it('suggests nothing where nothing ran well before, and says so', async () => {
    const rollbacks = new RollbacksOfTest();
    rollbacks.versions = rollbacks.versions.slice(0, 2);
    start(inProduction, rollbacks);
    expect(await screen.findByText(/No version is suggested/)).toBeVisible();
    expect(rollbacks.lastAsked(planRollback)).toBeUndefined();
  });

  it('is what the address says, so that a link carries all of it', async () => {
    const { rollbacks } = start(`${inProduction}&regions=us&version=4.12.0`);
    expect(await versionOf('4.12.0')).toBeChecked();
    expect(screen.getByRole('checkbox', { name: 'Virginia' })).toBeChecked();
    expect(
      screen.getByRole('checkbox', { name: 'Frankfurt' }),
    ).not.toBeChecked();
    await waitFor(() =>
      expect(rollbacks.lastAsked(planRollback)).toMatchObject({
        regions: ['us'],
        version: '4.12.0',
      }),
    );
    expect(rollbacks.lastAsked(listVersions)).toMatchObject({ region: 'us' });
  });

  it('can be some of the regions, but not none', async () => {
    const { rollbacks } = start(inProduction);
    const frankfurt = await screen.findByRole('checkbox', {
      name: 'Frankfurt',
    });
    await userEvent.click(frankfurt);
    expect(screen.getByLabelText('Address')).toHaveTextContent('regions=us');
    await waitFor(() =>
      expect(rollbacks.lastAsked(planRollback)).toMatchObject({
        regions: ['us'],
      }),
    );
    await userEvent.click(screen.getByRole('checkbox', { name: 'Virginia' }));
    expect(screen.getByRole('checkbox', { name: 'Virginia' })).toBeChecked();
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'All regions' }),
    );
    expect(screen.getByLabelText('Address')).not.toHaveTextContent('regions');
  });

  it('takes regions together that share a file', async () => {
    const rollbacks = new RollbacksOfTest();
    rollbacks.layout.environments[1].files = [
      { ...file('production', 'eu'), regions: ['eu', 'us'] },
    ];
    start(`${inProduction}&regions=us`, rollbacks);
    expect(
      await screen.findByText(
        'One file stands for Frankfurt and Virginia: they go back together.',
      ),
    ).toBeVisible();
    expect(screen.queryByRole('checkbox', { name: 'Frankfurt' })).toBeNull();
    await waitFor(() =>
      expect(rollbacks.lastAsked(planRollback)).toBeDefined(),
    );
    expect(rollbacks.lastAsked(planRollback)!.regions).toBeUndefined();
  });
});

describe('the versions to choose from', () => {
  it('say what there is to know of each', async () => {
    const rollbacks = new RollbacksOfTest();
    rollbacks.versions[3].migration = 'drops the old tariffs';
    rollbacks.versions[3].image = 'missing';
    start(inProduction, rollbacks);
    expect(await versionOf('4.11.7')).toHaveAccessibleDescription(
      /4 days ago by dana, ran for 3 days/,
    );
    const row = (name: string) =>
      screen.getByRole('radio', { name }).closest('div')!;
    expect(row('4.12.1')).toHaveTextContent('is to run now');
    expect(row('4.12.0')).toHaveTextContent('was rolled back');
    expect(row('4.11.7')).toHaveTextContent('suggested');
    expect(row('4.11.7')).toHaveTextContent('ran well');
    expect(row('4.11.6')).toHaveTextContent('changed its database');
    expect(row('4.11.6')).toHaveTextContent('image is missing');
    expect(
      within(row('4.11.7')).getByRole('link', { name: 'Pull request 12' }),
    ).toHaveAttribute('href', 'https://git.example/pull/12');
  });

  it('come a page at a time, however many there are', async () => {
    const rollbacks = new RollbacksOfTest();
    rollbacks.versions = [
      ...rollbacks.versions,
      ...[...Array(996).keys()].map(at =>
        version(`3.0.${996 - at}`, 300 + at * 30),
      ),
    ];
    start(inProduction, rollbacks);
    expect(await screen.findByText('25 of 1,000 versions')).toBeVisible();
    const group = screen.getByRole('radiogroup', {
      name: 'Version to go back to',
    });
    expect(within(group).getAllByRole('radio')).toHaveLength(25);
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('50 of 1,000 versions')).toBeVisible();
  });

  it('are shown with a warning where the repository does not answer', async () => {
    const rollbacks = new RollbacksOfTest();
    rollbacks.stale = 'deployments does not answer';
    start(inProduction, rollbacks);
    expect(
      await screen.findByText('The GitOps repository does not answer'),
    ).toBeVisible();
    expect(await versionOf('4.11.7')).toBeChecked();
  });

  it('can be asked for again where they could not be loaded', async () => {
    const rollbacks = new RollbacksOfTest();
    rollbacks.fail(listVersions, {
      status: 503,
      message: 'deployments does not answer',
    });
    start(inProduction, rollbacks);
    expect(
      await screen.findByText('Versions could not be loaded'),
    ).toBeVisible();
    rollbacks.fail(listVersions);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await versionOf('4.11.7')).toBeChecked();
  });
});

it('tells how a layout is declared where there is none', async () => {
  const rollbacks = new RollbacksOfTest();
  rollbacks.layout.environments = [
    {
      environment: 'production',
      files: [],
      problem: 'No layout stands for Quotes in production',
    },
  ];
  start(inProduction, rollbacks);
  expect(
    await screen.findByText('It cannot be rolled back from here yet'),
  ).toBeVisible();
  expect(
    screen.getByText(/No layout stands for Quotes in production\./),
  ).toHaveTextContent('docs/rollback.md');
});
