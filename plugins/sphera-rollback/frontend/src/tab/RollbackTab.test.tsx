import { EntityProvider } from '@backstage/plugin-catalog-react';
import { getLayout, listVersions } from '@sphera/plugin-rollback-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { rollback } from '../__testUtils__/answers';
import { renderRollbacks } from '../__testUtils__/renderRollbacks';
import { RollbacksOfTest } from '../__testUtils__/RollbacksOfTest';
import { RollbackTab } from './RollbackTab';

const quotes = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'quotes', namespace: 'default' },
};

const openTab = (rollbacks = new RollbacksOfTest(), address = '/') =>
  renderRollbacks(
    <EntityProvider entity={quotes}>
      <RollbackTab />
    </EntityProvider>,
    { rollbacks, address },
  );

describe('the tab of a service', () => {
  it('says what is to run in each environment and region, with the way back', async () => {
    const rollbacks = new RollbacksOfTest();
    rollbacks.layout.environments[1].files[1].version = '4.12.0';
    openTab(rollbacks);
    const production = await screen.findByRole('region', {
      name: 'Production',
    });
    expect(production).toHaveTextContent('Frankfurt4.12.1');
    expect(production).toHaveTextContent('Virginia4.12.0');
    expect(
      within(production).getByRole('link', {
        name: 'Roll back in Production…',
      }),
    ).toHaveAttribute(
      'href',
      '/rollbacks/start?service=component%3Adefault%2Fquotes&environment=production',
    );
  });

  it('says why a file cannot be read', async () => {
    const rollbacks = new RollbacksOfTest();
    rollbacks.layout.environments[1].files[1] = {
      ...rollbacks.layout.environments[1].files[1],
      version: undefined,
      problem: 'values.yaml has no image.tag',
    };
    openTab(rollbacks);
    expect(
      await screen.findByText('values.yaml has no image.tag'),
    ).toBeVisible();
  });

  it('shows the versions of production first, and those of another environment where one asks', async () => {
    const { rollbacks } = openTab();
    expect(
      await screen.findByRole('heading', { name: 'Versions in Production' }),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Versions in Staging' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Versions in Staging' }),
    ).toBeVisible();
    expect(rollbacks.lastAsked(listVersions)).toMatchObject({
      environment: 'staging',
    });
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      'environment=staging',
    );
  });

  it('lists the versions with commit, marks, and the way back to each', async () => {
    openTab();
    const table = await screen.findByRole('table', { name: 'Versions' });
    const old = within(table).getByRole('row', { name: /4\.11\.7/ });
    expect(old).toHaveTextContent('ran well');
    expect(old).toHaveTextContent('3 days');
    expect(
      within(old).getByRole('link', { name: /^Commit 4\.11\.7/ }),
    ).toHaveAttribute('href', 'https://git.example/commit/4.11.7');
    expect(
      within(old).getByRole('link', { name: 'Roll back to 4.11.7…' }),
    ).toHaveAttribute('href', expect.stringContaining('version=4.11.7'));
    const now = within(table).getByRole('row', { name: /4\.12\.1/ });
    expect(within(now).queryByRole('link', { name: /Roll back/ })).toBeNull();
  });

  it('leads to a rollback that is under way', async () => {
    const rollbacks = new RollbacksOfTest();
    rollbacks.layout.environments[1].active = {
      id: 'rollback-8',
      version: '4.11.7',
    };
    openTab(rollbacks);
    expect(
      await screen.findByText(
        'A rollback to 4.11.7 is under way in Production',
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'See how it goes' }),
    ).toHaveAttribute('href', '/rollbacks/rollback-8');
  });

  it('lists the latest rollbacks, or says that there was none', async () => {
    const { rollbacks, signal } = openTab();
    expect(
      await screen.findByText('This service was never rolled back.'),
    ).toBeVisible();
    rollbacks.rollbacks = [rollback({ state: 'failed' })];
    await signal();
    const latest = await screen.findByRole('table', {
      name: 'Latest rollbacks',
    });
    expect(latest).toHaveTextContent('failed');
    expect(
      within(latest).getByRole('link', { name: '4.12.1 → 4.11.7' }),
    ).toHaveAttribute('href', '/rollbacks/rollback-8');
  });

  it('offers to try again where it could not be loaded', async () => {
    const rollbacks = new RollbacksOfTest();
    rollbacks.fail(getLayout, { status: 503, message: 'It rests' });
    openTab(rollbacks);
    expect(await screen.findByText('It rests')).toBeVisible();
    rollbacks.fail(getLayout);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('region', { name: 'Production' }),
    ).toBeVisible();
  });
});
