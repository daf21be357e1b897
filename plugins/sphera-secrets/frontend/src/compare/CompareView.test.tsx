import { compareSecrets } from '@sphera/plugin-secrets-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { minutesAgo } from '../tab/__testUtils__/answers';
import { renderTab } from '../tab/__testUtils__/renderTab';
import { SecretsOfTest } from '../tab/__testUtils__/SecretsOfTest';

function comparing() {
  const secrets = new SecretsOfTest();
  secrets.compared = [
    { name: 'api-key', verdict: 'same', here: 'present', there: 'present' },
    {
      name: 'database-password',
      verdict: 'different',
      here: 'present',
      there: 'present',
      changedHereAt: minutesAgo(60),
    },
    {
      name: 'mail-token',
      verdict: 'only-here',
      here: 'present',
      there: 'absent',
    },
    {
      name: 'queue-token',
      verdict: 'unknown',
      here: 'unseen',
      there: 'present',
    },
  ];
  return secrets;
}

const bothChosen = '?view=compare&here=staging/eu&there=production/eu';

describe('The comparison of two places', () => {
  it('is found from the list, and begins with two environments', async () => {
    renderTab();
    await userEvent.click(await screen.findByRole('link', { name: 'Compare' }));
    expect(
      await screen.findByRole('button', { name: /Frankfurt \(Staging\)/ }),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: /Frankfurt \(Production\)/ }),
    ).toBeVisible();
    expect(
      await screen.findByText('Neither place has a secret of this service.'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('link', { name: 'All secrets' }));
    expect(await screen.findByRole('grid')).toBeVisible();
  });

  it('says of each secret whether it is the same, and shows no value', async () => {
    const { secrets } = renderTab({
      secrets: comparing(),
      address: bothChosen,
    });
    const table = await screen.findByRole('table', {
      name: 'Secrets of both places',
    });
    const verdicts = within(table)
      .getAllByRole('row')
      .slice(1)
      .map(row => within(row).getAllByRole('cell')[0].textContent);
    expect(verdicts).toEqual([
      'The same value',
      'Different values',
      'Only in Frankfurt (Staging)',
      'Not known yet',
    ]);
    expect(
      screen.getByText('2 of 4 differ. 1 could not be compared yet.'),
    ).toBeVisible();
    expect(secrets.asked).toContainEqual([
      'compare-secrets',
      {
        service: 'component:default/quotes',
        environment: 'staging',
        region: 'eu',
        otherEnvironment: 'production',
        otherRegion: 'eu',
      },
    ]);
  });

  it('shows only what differs where one wants, and says so in the address', async () => {
    renderTab({ secrets: comparing(), address: bothChosen });
    await screen.findByText('api-key');
    await userEvent.click(
      screen.getByRole('button', { name: 'Only what differs' }),
    );
    expect(screen.queryByText('api-key')).toBeNull();
    expect(screen.getByText('mail-token')).toBeVisible();
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      `${bothChosen}&differing=true`,
    );
  });

  it('offers to copy what differs', async () => {
    renderTab({ secrets: comparing(), address: bothChosen });
    expect(
      await screen.findByRole('button', {
        name: 'Copy 2 to Frankfurt (Production)',
      }),
    ).toBeEnabled();
  });

  it('swaps the places', async () => {
    renderTab({ secrets: comparing(), address: bothChosen });
    await screen.findByText('api-key');
    await userEvent.click(
      screen.getByRole('button', { name: 'Swap the places' }),
    );
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '?view=compare&here=production/eu&there=staging/eu',
    );
  });

  it('does not compare a place with itself', async () => {
    renderTab({ address: '?view=compare&here=staging/eu&there=staging/eu' });
    expect(await screen.findByText(/^That is one place/)).toBeVisible();
  });

  it('says that it failed, and tries again', async () => {
    const secrets = comparing();
    secrets.fail(compareSecrets, 503, 'The database does not answer');
    renderTab({ secrets, address: bothChosen });
    expect(
      await screen.findByText('Comparisons could not be loaded'),
    ).toBeVisible();
    secrets.fail(compareSecrets);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('mail-token')).toBeVisible();
  });
});
