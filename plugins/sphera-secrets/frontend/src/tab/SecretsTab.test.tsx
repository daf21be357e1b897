import { listSecrets } from '@sphera/plugin-secrets-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  cell,
  livePlaces,
  minutesAgo,
  secret,
  unfinishedChange,
} from './__testUtils__/answers';
import { renderTab } from './__testUtils__/renderTab';
import { SecretsOfTest } from './__testUtils__/SecretsOfTest';

function holding(...rows: ReturnType<typeof secret>[]) {
  const made = new SecretsOfTest();
  made.rows = rows;
  return made;
}

const missingInSydney = cell('production', 'ap', {
  state: 'missing',
  sentence: 'Other regions of Production have it. Copy it here.',
});

const matrix = () =>
  screen.findByRole('grid', { name: 'Secrets by environment and region' });

describe('The secrets tab of a service', () => {
  it('shows every secret in every region of every environment', async () => {
    renderTab({
      secrets: holding(
        secret('database-password', [missingInSydney]),
        secret('mail-token'),
      ),
    });
    const table = await matrix();
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Secret',
      'Staging',
      'Production',
      'Frankfurt',
      'Virginia',
      'Sydney',
      'Frankfurt',
      'Virginia',
      'Sydney',
    ]);
    expect(
      within(table).getAllByRole('link', { name: /: present$/ }),
    ).toHaveLength(11);
    expect(
      within(table).getByRole('link', {
        name: 'database-password in Sydney (Production): missing. Other regions of Production have it. Copy it here.',
      }),
    ).toHaveTextContent('Missing');
  });

  it('sums up each environment in a sentence', async () => {
    renderTab({
      secrets: holding(
        secret('database-password', [missingInSydney]),
        secret('mail-token'),
      ),
    });
    expect(
      await screen.findByRole('heading', {
        name: 'Staging: 2 secrets, all in step',
      }),
    ).toBeVisible();
    expect(
      screen.getByRole('heading', {
        name: 'Production: 1 of 2 secrets drifts',
      }),
    ).toBeVisible();
  });

  it('says which place is not seen, since when and why, and shows the others', async () => {
    const secrets = new SecretsOfTest();
    secrets.places = livePlaces().map(place =>
      place.environment === 'production' && place.region === 'us'
        ? {
            ...place,
            state: 'lost',
            sweptAt: minutesAgo(20),
            problem: 'The role sphera-secrets may not list secrets there.',
          }
        : place,
    );
    renderTab({ secrets });
    expect(
      await screen.findByText(
        /The role sphera-secrets may not list secrets there\./,
      ),
    ).toHaveTextContent('Virginia is shown as it was 20 minutes ago.');
    expect(screen.getByLabelText('is not seen now')).toBeInTheDocument();
    expect(await matrix()).toBeVisible();
  });

  it('keeps search, environment and "only drift" in the address', async () => {
    const { secrets } = renderTab({
      secrets: holding(
        secret('database-password', [missingInSydney]),
        secret('mail-token'),
      ),
      address: '?environment=production',
    });
    const table = await matrix();
    expect(within(table).queryByText('Staging')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Only drift' }));
    await waitFor(() => expect(screen.queryByText('mail-token')).toBeNull());
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search secrets' }),
      'data',
    );
    await waitFor(() =>
      expect(screen.getByLabelText('Address')).toHaveTextContent(
        '?text=data&environment=production&only=drift',
      ),
    );
    await waitFor(() =>
      expect(secrets.asked.at(-1)).toEqual([
        'list-secrets',
        expect.objectContaining({
          service: 'component:default/quotes',
          text: 'data',
          environment: 'production',
          only: 'drift',
        }),
      ]),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByText('mail-token')).toBeVisible();
  });

  it('is gone through with the arrow keys, and opened with Enter', async () => {
    renderTab();
    const table = await matrix();
    const [first] = within(table).getAllByRole('link');
    first.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}{Enter}');
    const region = await screen.findByRole('region', {
      name: 'Secret mail-token',
    });
    await waitFor(() =>
      expect(
        within(region).getByRole('heading', { name: 'mail-token' }),
      ).toHaveFocus(),
    );
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '?secret=mail-token&at=staging/us',
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(
        screen.getByRole('link', { name: /^mail-token in Virginia \(St/ }),
      ).toHaveFocus(),
    );
  });

  it('looks at AWS again where one asks for it', async () => {
    const { secrets } = renderTab();
    await matrix();
    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
    await waitFor(() =>
      expect(secrets.asked).toContainEqual([
        'list-secrets',
        expect.objectContaining({ fresh: true }),
      ]),
    );
  });

  it('follows what happens without being reloaded', async () => {
    const { secrets, signal } = renderTab();
    await matrix();
    secrets.rows = [secret('database-password', [missingInSydney])];
    signal();
    expect(await screen.findByText('Missing')).toBeVisible();
  });

  it('draws only what can be seen of hundreds of secrets', async () => {
    // jsdom lays nothing out.
    jest
      .spyOn(HTMLElement.prototype, 'offsetHeight', 'get')
      .mockReturnValue(60);
    jest
      .spyOn(HTMLElement.prototype, 'offsetWidth', 'get')
      .mockReturnValue(900);
    renderTab({
      secrets: holding(
        ...Array.from({ length: 180 }, (_, index) => secret(`token-${index}`)),
      ),
    });
    const table = await matrix();
    expect(await screen.findByText('180 secrets')).toBeVisible();
    expect(await within(table).findByText('token-0')).toBeVisible();
    expect(within(table).getAllByRole('row').length).toBeLessThan(60);
    jest.restoreAllMocks();
  });

  it('explains what secrets are where there are none, and offers to create one', async () => {
    renderTab({ secrets: holding() });
    expect(await screen.findByText('No secrets yet')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Create the first secret' }),
    ).toBeEnabled();
  });

  it('does not say that there are none before every place was looked at', async () => {
    const secrets = holding();
    secrets.places = livePlaces().map(place => ({
      ...place,
      state: 'waiting',
      sweptAt: undefined,
    }));
    renderTab({ secrets });
    expect(await screen.findByText('No secrets seen yet')).toBeVisible();
    expect(
      screen.getAllByText(
        /Frankfurt, Virginia, and Sydney are being looked at/,
      ),
    ).toHaveLength(2);
  });

  it('says how places are set up where there are none', async () => {
    const secrets = holding();
    secrets.places = [];
    renderTab({ secrets });
    expect(
      await screen.findByText('No place of secrets is set up'),
    ).toBeVisible();
  });

  it('says that nothing drifts where one looks for drift only', async () => {
    renderTab({ address: '?only=drift' });
    expect(await screen.findByText('Nothing drifts')).toBeVisible();
  });

  it('says that it loads, that it failed, and tries again', async () => {
    const secrets = new SecretsOfTest();
    secrets.fail(listSecrets, 503, 'The database does not answer');
    renderTab({ secrets });
    expect(
      screen.getByRole('status', { name: 'Secrets are loading' }),
    ).toBeVisible();
    expect(
      await screen.findByText('Secrets could not be loaded'),
    ).toBeVisible();
    secrets.fail(listSecrets);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await matrix()).toBeVisible();
  });

  it('says that what it shows may be old once the portal does not answer', async () => {
    const { secrets, signal } = renderTab();
    await matrix();
    secrets.fail(listSecrets, 503, 'The portal is being restarted');
    signal();
    expect(
      await screen.findByText('Newer facts could not be loaded'),
    ).toBeVisible();
    expect(await matrix()).toBeVisible();
  });

  it('says that secrets are not open to who may not see them', async () => {
    const secrets = new SecretsOfTest();
    secrets.fail(listSecrets, 403, 'You may not do this: List secrets');
    renderTab({ secrets });
    expect(
      await screen.findByText('Secrets are not open to you'),
    ).toBeVisible();
  });

  it('tells of a change that did not reach every place, with the ways out', async () => {
    const secrets = new SecretsOfTest();
    secrets.unfinished = [unfinishedChange()];
    renderTab({ secrets });
    expect(
      await screen.findByText(
        'Changing database-password did not reach every place',
      ),
    ).toBeVisible();
    expect(screen.getByText(/^Begun by/)).toHaveTextContent(
      'Begun by dana, 5 minutes ago.',
    );
    expect(
      screen.getByText('Done in Frankfurt (Staging) and Virginia (Staging).'),
    ).toBeVisible();
    expect(
      screen.getByText(
        'Not done in Sydney (Staging): AWS did not answer. Try again.',
      ),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Finish' })).toBeEnabled();
    expect(screen.getByRole('button', { name: 'Undo' })).toBeEnabled();
  });

  it('lets nobody create who may not, and says so', async () => {
    renderTab({ may: ({ permission }) => !permission.name.includes('create') });
    await matrix();
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Create' })).toBeDisabled(),
    );
    expect(
      screen.getByRole('button', { name: 'Create' }),
    ).toHaveAccessibleDescription('You may not do this here: Create a secret');
  });
});
