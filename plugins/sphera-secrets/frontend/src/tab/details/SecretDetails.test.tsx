import { listSecrets } from '@sphera/plugin-secrets-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cell, livePlaces, minutesAgo, secret } from '../__testUtils__/answers';
import { renderTab } from '../__testUtils__/renderTab';
import { SecretsOfTest } from '../__testUtils__/SecretsOfTest';

function holding(...cells: ReturnType<typeof cell>[]) {
  const made = new SecretsOfTest();
  made.rows = [
    secret('database-password', cells, {
      description: 'For the database of quotes',
    }),
  ];
  return made;
}

const inProduction = '?secret=database-password&at=production/eu';

const details = () =>
  screen.findByRole('region', { name: 'Secret database-password' });

describe('The details of a secret', () => {
  it('say of each environment how its regions stand to each other', async () => {
    renderTab({
      secrets: holding(
        cell('production', 'ap', { state: 'different' }),
        cell('production', 'us', { state: 'missing' }),
      ),
      address: '?secret=database-password',
    });
    const region = await details();
    expect(
      await within(region).findByText('For the database of quotes'),
    ).toBeVisible();
    expect(
      within(region).getByText('Every region holds the same value.'),
    ).toBeVisible();
    expect(
      within(region).getByText('2 of 3 regions differ from the others.'),
    ).toBeVisible();
    expect(within(region).getByRole('button', { name: 'Mend' })).toBeEnabled();
  });

  it('tell everything but the value about the place that the address names', async () => {
    renderTab({
      secrets: holding(
        cell('production', 'eu', {
          rotateBy: '2027-03-01T00:00:00.000Z',
          readAt: '2026-11-20T00:00:00.000Z',
        }),
      ),
      address: inProduction,
    });
    const region = await details();
    expect(
      await within(region).findByText('production/quotes/database-password'),
    ).toBeVisible();
    expect(region).toHaveTextContent('Changed3 days ago by dana');
    expect(region).toHaveTextContent('Last readFri, 20 Nov 2026');
    expect(region).toHaveTextContent('Replace byMon, 1 Mar 2027');
    expect(
      within(region).getByRole('button', { name: 'Reveal' }),
    ).toBeEnabled();
  });

  it('copy the full name', async () => {
    renderTab({ secrets: holding(), address: inProduction });
    const person = userEvent.setup();
    const copied = jest.spyOn(navigator.clipboard, 'writeText');
    await person.click(
      await screen.findByRole('button', { name: 'Copy the full name' }),
    );
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
    expect(copied).toHaveBeenCalledWith('production/quotes/database-password');
  });

  it('open another place, which the address names from then on', async () => {
    renderTab({ secrets: holding(), address: inProduction });
    const region = await details();
    const [staging] = within(region).getAllByRole('link', { name: /Virginia/ });
    expect(staging).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(staging);
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '?secret=database-password&at=staging/us',
    );
    expect(staging).toHaveAttribute('aria-expanded', 'true');
  });

  it('list the versions, who set them, and offer the way back', async () => {
    renderTab({ secrets: holding(), address: inProduction });
    const versions = await screen.findByRole('region', { name: 'Versions' });
    const [current, previous] = await within(versions).findAllByRole(
      'listitem',
    );
    expect(current).toHaveTextContent('Current set 3 days ago by dana');
    expect(within(current).queryByRole('button')).toBeNull();
    expect(previous).toHaveTextContent(
      'Previous set 30 days ago, not through this portal',
    );
    expect(
      within(previous).getByRole('button', { name: 'Go back to this' }),
    ).toBeEnabled();
  });

  it('offer nothing but to restore it where it is being deleted', async () => {
    renderTab({
      secrets: holding(
        cell('production', 'eu', {
          state: 'pending-deletion',
          recoverableUntil: '2026-12-20T10:00:00.000Z',
          deletedAt: minutesAgo(60),
        }),
      ),
      address: inProduction,
    });
    const region = await details();
    expect(
      await within(region).findByText(/until Sun, 20 Dec 2026/),
    ).toBeVisible();
    const place = within(region)
      .getByText(/until Sun, 20 Dec 2026/)
      .closest('li')!;
    expect(
      within(place)
        .getAllByRole('button')
        .map(button => button.textContent || button.ariaLabel),
    ).toEqual(['Restore', 'Copy the full name']);
  });

  it('offer to copy it where the environment lacks it', async () => {
    renderTab({
      secrets: holding(
        ...['eu', 'us', 'ap'].map(region =>
          cell('production', region, { state: 'absent' }),
        ),
      ),
      address: inProduction,
    });
    const region = await details();
    expect(
      await within(region).findByText('This environment does not have it.'),
    ).toBeVisible();
    expect(
      within(region).getByRole('button', { name: 'Copy here' }),
    ).toBeEnabled();
    expect(within(region).queryByRole('button', { name: 'Reveal' })).toBeNull();
  });

  it('name what is not to the standard, and offer to adopt it', async () => {
    renderTab({
      secrets: holding(
        cell('production', 'eu', {
          state: 'not-to-standard',
          problems: ['The tag owner is missing; it should be booking.'],
        }),
      ),
      address: inProduction,
    });
    expect(
      await screen.findByText(
        'The tag owner is missing; it should be booking.',
      ),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Adopt' })).toBeEnabled();
  });

  it('say that a place is not seen now, and why', async () => {
    const secrets = holding();
    secrets.places = livePlaces().map(place =>
      place.environment === 'production' && place.region === 'eu'
        ? { ...place, state: 'lost', problem: 'AWS does not answer there.' }
        : place,
    );
    renderTab({ secrets, address: inProduction });
    const region = await details();
    expect(
      await within(region).findByText('This place is not seen now'),
    ).toBeVisible();
    expect(region).toHaveTextContent('AWS does not answer there.');
  });

  it('lead to the dialogs about the secret and the place', async () => {
    renderTab({ secrets: holding(), address: inProduction });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Reveal' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('Reveal database-password');
    expect(dialog).toHaveTextContent('Frankfurt (Production)');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await details()).toBeVisible();
  });

  it('let what a person may not do rest, with the reason', async () => {
    renderTab({
      secrets: holding(),
      address: inProduction,
      may: ({ permission }) => !permission.name.includes('reveal'),
    });
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Reveal' })).toBeDisabled(),
    );
    expect(
      screen.getByRole('button', { name: 'Reveal' }),
    ).toHaveAccessibleDescription('You may not do this here: Reveal a secret');
  });

  it('show a secret that the filters leave out of the list', async () => {
    renderTab({ secrets: holding(), address: `${inProduction}&only=drift` });
    expect(await screen.findByText('Nothing drifts')).toBeVisible();
    expect(
      await screen.findByText('production/quotes/database-password'),
    ).toBeVisible();
  });

  it('say that what the address names is not there', async () => {
    renderTab({ address: '?secret=gone' });
    expect(await screen.findByText('gone is not there')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Close gone' }));
    expect(screen.queryByText('gone is not there')).toBeNull();
  });

  it('go on with what the list knows where they cannot be loaded', async () => {
    const { secrets, signal } = renderTab({ secrets: holding() });
    const [first] = within(await screen.findByRole('grid')).getAllByRole(
      'link',
    );
    secrets.fail(listSecrets, 503, 'The portal is being restarted');
    await userEvent.click(first);
    signal();
    const region = await details();
    expect(
      await within(region).findByText('Newer facts could not be loaded'),
    ).toBeVisible();
    expect(
      within(region).getByText('For the database of quotes'),
    ).toBeVisible();
  });
});
