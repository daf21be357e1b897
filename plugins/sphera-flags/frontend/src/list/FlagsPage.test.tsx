import { listFlags } from '@sphera/plugin-flags-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { flagRow, group, messaging, OFF, ON } from '../__testUtils__/answers';
import { FlagsOfTest } from '../__testUtils__/FlagsOfTest';
import { renderFlags } from '../__testUtils__/renderFlags';
import { FlagsPage } from './FlagsPage';

const open = (flags = new FlagsOfTest(), query = '') =>
  renderFlags(<FlagsPage />, {
    flags,
    address: `/flags${query}`,
    path: '/flags',
  });

const amiss = () => [
  group({ clusters: ['staging-eu', 'staging-us'] }),
  group({ state: 'refused', reported: OFF, clusters: ['production-eu'] }),
  group({ state: 'changed', reported: OFF, clusters: ['production-us'] }),
];

const row = async (name: RegExp) => screen.findByRole('row', { name });

describe('the page of flags', () => {
  it('says of each flag whose it is, and what is wanted in each cluster', async () => {
    const flags = new FlagsOfTest();
    flags.rows = [
      flagRow('new-checkout', {
        groups: [
          group({ clusters: ['staging-eu', 'staging-us'] }),
          group({
            wanted: { text: '25 % on' },
            reported: { text: '25 % on' },
            clusters: ['production-eu'],
          }),
        ],
      }),
    ];
    open(flags);
    const checkout = await row(/^new-checkout/);
    expect(checkout).toHaveTextContent('quotes · Booking');
    expect(
      within(checkout).getByRole('link', { name: 'new-checkout' }),
    ).toHaveAttribute('href', '/flags/f/new-checkout');
    expect(
      within(checkout).getByRole('link', {
        name: 'new-checkout in production-eu: 25 % on',
      }),
    ).toHaveAttribute('href', '/flags/f/new-checkout?cluster=production-eu');
    expect(
      within(checkout).getByRole('link', {
        name: 'new-checkout in production-ap: not there',
      }),
    ).toBeVisible();
  });

  it('says in words where a cluster has something else, and nothing where all is well', async () => {
    const flags = new FlagsOfTest();
    flags.rows = [
      flagRow('new-checkout', { groups: amiss() }),
      flagRow('fast-lane'),
    ];
    open(flags);
    const checkout = await row(/^new-checkout/);
    const refused = within(checkout).getByRole('link', {
      name: 'new-checkout in production-eu: on, refused, has off',
    });
    expect(refused).toHaveTextContent('onrefusedhas off');
    expect(
      within(checkout).getByRole('link', {
        name: 'new-checkout in production-us: on, changed there, has off',
      }),
    ).toBeVisible();
    expect(
      screen.getByRole('row', { name: /^fast-lane/ }),
    ).not.toHaveTextContent('in step');
  });

  it('puts clusters below their environment, in the order of the fleet', async () => {
    open();
    await row(/^new-checkout/);
    expect(
      screen.getAllByRole('columnheader').map(({ textContent }) => textContent),
    ).toEqual([
      'Flag',
      'Staging',
      'Production',
      'Frankfurtstaging-eu',
      'Virginiastaging-us',
      'Frankfurtproduction-eu',
      'Virginiaproduction-us',
      'Sydneyproduction-ap',
    ]);
  });

  it('counts what is not as it should be, and shows only that when pressed', async () => {
    const flags = new FlagsOfTest();
    flags.rows = [
      flagRow('new-checkout', { groups: amiss() }),
      flagRow('fast-lane'),
      flagRow('old-search', { readyToRemove: 'On everywhere since 3 May' }),
    ];
    open(flags);
    await userEvent.click(
      await screen.findByRole('button', { name: '1 refused' }),
    );
    expect(await screen.findByText('1 flag')).toBeVisible();
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '/flags?state=refused',
    );
    // The others are still to be had.
    await userEvent.click(
      await screen.findByRole('button', { name: '1 ready to remove' }),
    );
    await userEvent.click(screen.getByRole('button', { name: '1 refused' }));
    expect(await row(/^old-search/)).toHaveTextContent('ready to remove');
    expect(flags.lastAsked(listFlags)).toMatchObject({ ready: true });
  });

  it('is narrowed by its address, and everything is a press away', async () => {
    open(undefined, '?text=nothing-like-this&retired=yes');
    expect(await screen.findByText('No flag is like this')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show everything' }),
    );
    expect(await row(/^new-checkout/)).toBeVisible();
    expect(screen.getByLabelText('Address')).toHaveTextContent(/\/flags$/);
  });

  it('finds flags by what one types', async () => {
    open();
    await row(/^new-checkout/);
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search flags' }),
      'fast',
    );
    // It may have been asked for the first letters before.
    await waitFor(() =>
      expect(screen.getByLabelText('Address')).toHaveTextContent(/text=fast$/),
    );
    expect(await screen.findByText('1 flag')).toBeVisible();
  });

  it('says that changes wait while Kafka is away, until it is back', async () => {
    const flags = new FlagsOfTest();
    flags.messaging = messaging({
      state: 'away',
      problem: 'No broker answers',
      queued: 12,
    });
    const { signal } = open(flags);
    expect(await screen.findByText('Kafka cannot be reached')).toBeVisible();
    expect(
      screen.getByText(
        'No broker answers. Changes are accepted and wait; 12 queued.',
      ),
    ).toBeVisible();
    flags.messaging = messaging();
    await signal();
    await waitFor(() =>
      expect(screen.queryByText('Kafka cannot be reached')).toBeNull(),
    );
  });

  it('shows what changed without being asked', async () => {
    const { flags, signal } = open();
    await row(/^new-checkout/);
    flags.rows = [
      flagRow('new-checkout', {
        groups: [group({ state: 'on-its-way', wanted: ON, reported: OFF })],
      }),
    ];
    await signal();
    expect(
      await screen.findByRole('link', {
        name: 'new-checkout in staging-eu: on, on its way, has off',
      }),
    ).toBeVisible();
  });

  it('says what flags are for where there is none', async () => {
    const flags = new FlagsOfTest();
    flags.rows = [];
    open(flags);
    expect(await screen.findByText('There are no flags yet')).toBeVisible();
    expect(
      screen.getAllByRole('link', { name: 'New flag' })[0],
    ).toHaveAttribute('href', '/flags/new');
  });

  it('offers to try again where it could not be loaded', async () => {
    const flags = new FlagsOfTest();
    flags.fail(listFlags, { status: 503, message: 'No transport is set up' });
    open(flags);
    expect(await screen.findByText('No transport is set up')).toBeVisible();
    flags.fail(listFlags);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await row(/^new-checkout/)).toBeVisible();
  });

  it('says so where flags are not open to somebody', async () => {
    const flags = new FlagsOfTest();
    flags.fail(listFlags, { status: 403, message: 'You may not see them' });
    open(flags);
    expect(await screen.findByText('Flags are not open to you')).toBeVisible();
  });

  it('shows more where there are more', async () => {
    const flags = new FlagsOfTest();
    flags.rows = Array.from({ length: 60 }, (_, index) =>
      flagRow(`flag-${index}`),
    );
    open(flags);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show more' }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull(),
    );
    expect(flags.lastAsked(listFlags)).toMatchObject({ cursor: '50' });
  });
});
