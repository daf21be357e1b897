import { getFlag, mendDrift } from '@sphera/plugin-flags-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  cell,
  changedByHand,
  flag,
  hoursAgo,
  OFF,
  switched,
} from '../__testUtils__/answers';
import { fiveClusters, manyClusters } from '../__testUtils__/fleet';
import { FlagsOfTest } from '../__testUtils__/FlagsOfTest';
import { renderFlags } from '../__testUtils__/renderFlags';
import { FlagPage } from './FlagPage';

const open = (flags = new FlagsOfTest(), query = '') =>
  renderFlags(<FlagPage />, {
    flags,
    address: `/flags/f/new-checkout${query}`,
    path: '/flags/f/:flag',
  });

/** One cluster refused it, one was changed by hand, the others are in step. */
const withTwoAmiss = () => {
  const flags = new FlagsOfTest();
  flags.flag = flag({
    cells: [
      cell('staging-eu'),
      changedByHand('production-us'),
      cell('production-eu', {
        state: 'refused',
        sentence: 'Refused 1 hour ago: The disk is full',
        since: hoursAgo(1),
        reported: { revision: 2, value: OFF, at: hoursAgo(3) },
      }),
    ],
  });
  return flags;
};

const isDone = () =>
  waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

const table = () => screen.findByRole('table', { name: 'Clusters' });

describe('the page of a flag', () => {
  it('says what it is, whose, why it exists and until when', async () => {
    const flags = new FlagsOfTest();
    flags.flag = flag({
      purpose: 'release',
      endsOn: '2027-03-31',
      readyToRemove: 'On everywhere since 3 May',
    });
    open(flags);
    expect(
      await screen.findByRole('heading', { name: 'new-checkout' }),
    ).toBeVisible();
    expect(screen.getByText('The new way to pay')).toBeVisible();
    expect(
      screen.getByText(/for a release · should be gone by 31 Mar 2027/),
    ).toBeVisible();
    expect(screen.getByText('ready to remove')).toBeVisible();
    expect(
      screen.getByText(/^On everywhere since 3 May. It can be taken out/),
    ).toBeVisible();
    expect(flags.lastAsked(getFlag)).toEqual({ flag: 'new-checkout' });
  });

  it('says of each cluster what is wanted, what it has, and why the two differ; the worst first', async () => {
    open(withTwoAmiss());
    const [, refused, changed, fine] = within(await table()).getAllByRole(
      'row',
    );
    expect(refused).toHaveTextContent(/^production-euProduction, Frankfurt/);
    expect(refused).toHaveTextContent('refused');
    expect(refused).toHaveTextContent(
      // Since when stands in the sentence.
      'refusedRefused 1 hour ago: The disk is full.on',
    );
    expect(refused).toHaveTextContent('onrevision 3');
    expect(refused).toHaveTextContent('offrevision 2');
    expect(changed).toHaveTextContent('changed there');
    expect(fine).toHaveTextContent('in step');
  });

  it('says of a silent cluster when it was heard last, and goes on counting', async () => {
    const flags = new FlagsOfTest();
    flags.flag = flag({
      cells: [
        cell('production-eu', {
          state: 'silent',
          sentence: 'Not heard for 2 minutes',
          since: hoursAgo(1),
        }),
      ],
    });
    open(flags);
    const silent = within(await table())
      .getByText('silent')
      .closest('td');
    expect(silent).toHaveTextContent('silentlast heard 1 hour ago');
  });

  it('counts the clusters by how they stand', async () => {
    open(withTwoAmiss());
    await table();
    const clusters = screen.getByRole('region', { name: 'Clusters' });
    for (const words of ['1 refused', '1 changed there', '1 in step']) {
      expect(within(clusters).getByText(words)).toBeVisible();
    }
  });

  it('brings one cluster in step, with a reason', async () => {
    const { flags } = open(withTwoAmiss());
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Bring new-checkout in production-us in step…',
      }),
    );
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Reason/ }),
      'it was edited by hand{Enter}',
    );
    await isDone();
    expect(flags.lastAsked(mendDrift)).toEqual({
      flag: 'new-checkout',
      cluster: 'production-us',
      reason: 'it was edited by hand',
    });
  });

  it('brings all of its clusters in step at once', async () => {
    const { flags } = open(withTwoAmiss());
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Bring new-checkout in step…',
      }),
    );
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Reason/ }),
      'all as it should be{Enter}',
    );
    await isDone();
    expect(flags.lastAsked(mendDrift)).toEqual({
      flag: 'new-checkout',
      reason: 'all as it should be',
    });
  });

  it('keeps the dialog open and says why where it was refused', async () => {
    const { flags } = open(withTwoAmiss());
    flags.fail(mendDrift, { status: 403, message: 'Only its owners may' });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Bring new-checkout in step…',
      }),
    );
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Reason/ }),
      'all as it should be{Enter}',
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Only its owners may',
    );
  });

  it('says so where somebody may not bring it in step', async () => {
    renderFlags(<FlagPage />, {
      flags: withTwoAmiss(),
      address: '/flags/f/new-checkout',
      path: '/flags/f/:flag',
      may: () => false,
    });
    const button = await screen.findByRole('button', {
      name: 'Bring new-checkout in step…',
      description: 'You may not do this here: Bring in step',
    });
    expect(button).toBeDisabled();
  });

  it('has nothing to bring in step where all is well', async () => {
    open();
    await table();
    expect(screen.queryByRole('button', { name: /in step/ })).toBeNull();
  });

  it('puts the cluster first that one came from', async () => {
    open(new FlagsOfTest(), '?cluster=production-ap');
    const [, first] = within(await table()).getAllByRole('row');
    expect(first).toHaveTextContent(/^production-ap/);
  });

  it('is narrowed to the place that one came from, and everything is a press away', async () => {
    const flags = new FlagsOfTest();
    flags.flag = flag({
      cells: manyClusters(60).map(({ cluster }) => cell(cluster)),
    });
    open(flags, '?environment=production&region=eu');
    expect(within(await table()).getAllByRole('row')).toHaveLength(21);
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByText('50 of 60 clusters')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(within(await table()).getAllByRole('row')).toHaveLength(61);
  });

  it('says who gets what, once where clusters agree', async () => {
    open();
    const lines = await screen.findByRole('list', { name: 'Who gets what' });
    expect(lines).toHaveTextContent('everybody: on');
    await userEvent.click(screen.getByText('As JSON'));
    expect(screen.getByText(/"defaultVariant": "on"/)).toBeVisible();
  });

  it('says who gets what where, where clusters are to differ', async () => {
    const flags = new FlagsOfTest();
    const [first, ...others] = fiveClusters().map(one => one.cluster);
    const wanted = { ...cell(first).wanted!, definition: switched('off') };
    flags.flag = flag({
      cells: [cell(first, { wanted }), ...others.map(one => cell(one))],
    });
    open(flags);
    expect(await screen.findByText('2 that differ')).toBeVisible();
    expect(screen.getByText('In staging-eu')).toBeVisible();
    expect(
      screen
        .getAllByRole('list', { name: 'Who gets what' })
        .map(({ textContent }) => textContent),
    ).toEqual(['everybody: on', 'everybody: off']);
  });

  it('follows what happens without being asked', async () => {
    const { flags, signal } = open();
    await table();
    flags.flag = flag({ cells: [changedByHand()] });
    await signal();
    expect(
      await screen.findByText('It reports off, and was told on.'),
    ).toBeVisible();
  });

  it('says that there is no such flag', async () => {
    const flags = new FlagsOfTest();
    flags.fail(getFlag, { status: 404, message: 'There is no such flag' });
    open(flags);
    expect(
      await screen.findByText('There is no flag new-checkout'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'All flags' })).toHaveAttribute(
      'href',
      '/flags',
    );
  });

  it('goes on showing what it knew where newer facts cannot be had', async () => {
    const { flags, signal } = open();
    await table();
    flags.fail(getFlag, { status: 503, message: 'It rests' });
    await signal();
    expect(
      await screen.findByText('Newer facts could not be loaded'),
    ).toBeVisible();
    expect(await table()).toBeVisible();
  });
});
