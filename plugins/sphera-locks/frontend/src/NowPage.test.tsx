import { listLocks, lock } from '@sphera/plugin-locks-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NowPage } from './NowPage';
import { LocksOfTest } from './__testUtils__/LocksOfTest';
import { renderWithLocks } from './__testUtils__/renderWithLocks';

const payments = 'component:default/payments';

const inAnHour = () => new Date(Date.now() + 3_630_000).toISOString();

describe('The page of what is locked now', () => {
  it('says that all is open while nothing is locked', async () => {
    renderWithLocks(<NowPage />);
    expect(
      screen.getByRole('status', { name: 'Locks are loading' }),
    ).toBeVisible();
    expect(await screen.findByText('Nothing is locked')).toBeVisible();
    expect(screen.getByText('All services are open')).toBeVisible();
  });

  it('tells of each lock what, why, by whom, since when and until when', async () => {
    const locks = new LocksOfTest();
    locks.place({
      service: payments,
      environment: 'production',
      actions: ['deploy', 'rollback'],
      expiresAt: inAnHour(),
    });
    renderWithLocks(<NowPage />, { locks });
    const item = await screen.findByRole('article', {
      name: 'payments in Production',
    });
    expect(item).toHaveTextContent('incident 4711');
    expect(item).toHaveTextContent('Holds back deploys and rollbacks');
    expect(item).toHaveTextContent(/by dana, 2 hours ago/);
    expect(item).toHaveTextContent(/until .*\d\d:\d\d \(in 1 hour\)/);
    expect(
      within(item).getByRole('link', { name: 'payments' }),
    ).toHaveAttribute('href', '/catalog/default/component/payments');
  });

  it('puts locks on all services before those on one', async () => {
    const locks = new LocksOfTest();
    locks.place({ reason: 'database move' });
    locks.place({ service: payments });
    renderWithLocks(<NowPage />, { locks });
    expect(await screen.findByText('Everything is locked')).toBeVisible();
    const names = screen
      .getAllByRole('article')
      .map(item => within(item).getByRole('heading').textContent);
    expect(names).toEqual(['All services', 'payments']);
  });

  it('locks everything with two presses and a reason', async () => {
    const { locks } = renderWithLocks(<NowPage />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Lock everything' }),
    );
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: /Reason/ })).toHaveFocus(),
    );
    await userEvent.keyboard('incident 4711{Enter}');
    expect(await screen.findByText('Everything is locked')).toBeVisible();
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(locks.changes).toEqual([
      ['lock', { actions: ['deploy'], reason: 'incident 4711' }],
    ]);
  });

  it('freezes merges with two presses and a reason', async () => {
    const { locks } = renderWithLocks(<NowPage />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Freeze merges' }),
    );
    await userEvent.keyboard('release cut{Enter}');
    expect(await screen.findByText('Merges are frozen')).toBeVisible();
    expect(locks.changes).toEqual([
      ['freeze-merges', { reason: 'release cut' }],
    ]);
  });

  it('locks a service that one finds by typing', async () => {
    const locks = new LocksOfTest();
    locks.services = [
      { service: payments, title: 'Payments', owner: 'money' },
      { service: 'component:default/quotes', title: 'Quotes', owner: 'sales' },
    ];
    renderWithLocks(<NowPage />, { locks });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Lock a service…' }),
    );
    await userEvent.type(
      screen.getByRole('combobox', { name: /Service/ }),
      'pay',
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /Payments/ }),
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: /Reason/ }),
      'wrong totals{Enter}',
    );
    await waitFor(() =>
      expect(locks.changes).toEqual([
        [
          'lock',
          { service: payments, actions: ['deploy'], reason: 'wrong totals' },
        ],
      ]),
    );
  });

  it('locks other actions, in one environment, for an hour', async () => {
    const { locks } = renderWithLocks(<NowPage />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Lock everything' }),
    );
    await userEvent.keyboard('scaling test');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Scaling' }));
    await userEvent.click(screen.getByRole('button', { name: /Environment/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Production' }),
    );
    await userEvent.click(screen.getByRole('button', { name: /Until/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'In 1 hour' }),
    );
    await userEvent.click(
      within(screen.getByRole('dialog')).getByRole('button', {
        name: 'Lock everything',
      }),
    );
    await waitFor(() => expect(locks.changes).toHaveLength(1));
    expect(locks.changes[0][1]).toEqual({
      actions: ['deploy', 'scale'],
      environment: 'production',
      reason: 'scaling test',
      expiresIn: 'PT1H',
    });
  });

  it('shows at the field what was wrong with it, and keeps what was written', async () => {
    const { locks } = renderWithLocks(<NowPage />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Lock everything' }),
    );
    await userEvent.keyboard('<b>now</b>{Enter}');
    const reason = screen.getByRole('textbox', { name: /Reason/ });
    await waitFor(() => expect(reason).toBeInvalid());
    await waitFor(() =>
      expect(reason).toHaveAccessibleDescription(/without HTML tags/),
    );
    expect(reason).toHaveValue('<b>now</b>');
    expect(locks.changes).toEqual([]);
  });

  it('says in the dialog why the backend refused', async () => {
    const { locks } = renderWithLocks(<NowPage />);
    locks.fail(lock, 503, 'The audit log cannot be written.');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Lock everything' }),
    );
    await userEvent.keyboard('incident{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The audit log cannot be written.',
    );
  });

  it('closes the dialog with Escape and gives the focus back', async () => {
    renderWithLocks(<NowPage />);
    const button = await screen.findByRole('button', { name: 'Freeze merges' });
    await userEvent.click(button);
    expect(
      screen.getByRole('dialog', { name: 'Freeze all merges' }),
    ).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    await waitFor(() => expect(button).toHaveFocus());
  });

  it('unlocks one lock with a reason and leaves the others', async () => {
    const locks = new LocksOfTest();
    locks.place({ service: payments, reason: 'wrong totals' });
    const other = locks.place({ service: payments, reason: 'migration' });
    renderWithLocks(<NowPage />, { locks });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Unlock: wrong totals' }),
    );
    await userEvent.keyboard('fixed{Enter}');
    expect(await screen.findByText('1 lock holds')).toBeVisible();
    expect(locks.changes).toEqual([
      ['unlock', { id: 'lock-1', reason: 'fixed' }],
    ]);
    expect(screen.getByText(other.reason)).toBeVisible();
  });

  it('offers no way to take off what a freeze window holds', async () => {
    const locks = new LocksOfTest();
    locks.place({ window: 'weekend', reason: 'weekend' });
    renderWithLocks(<NowPage />, { locks });
    expect(await screen.findByText('weekend')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /Unlock/ }),
    ).not.toBeInTheDocument();
  });

  it('shows what somebody else locked without a reload', async () => {
    const { locks, signal } = renderWithLocks(<NowPage />);
    await screen.findByText('Nothing is locked');
    locks.place({ service: payments });
    signal();
    expect(
      await screen.findByRole('article', { name: 'payments' }),
    ).toBeVisible();
  });

  it('finds a lock on all services behind hundreds of others', async () => {
    const locks = new LocksOfTest();
    locks.place({ reason: 'the oldest' });
    for (let i = 0; i < 205; i++) {
      locks.place({ service: `component:default/service-${i}` });
    }
    renderWithLocks(<NowPage />, { locks });
    expect(await screen.findByText('the oldest')).toBeVisible();
    expect(screen.getAllByRole('article')).toHaveLength(51);
    expect(screen.getByText('155 more locks on services')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() =>
      expect(screen.getAllByRole('article')).toHaveLength(101),
    );
  });

  it('says why locks could not be loaded, and tries again', async () => {
    const locks = new LocksOfTest();
    locks.fail(listLocks, 404, 'No such plugin.');
    renderWithLocks(<NowPage />, { locks });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'No such plugin.',
    );
    locks.fail(listLocks);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nothing is locked')).toBeVisible();
  });

  it('rests the buttons of what one may not do, and says so', async () => {
    const locks = new LocksOfTest();
    locks.place({ service: payments });
    renderWithLocks(<NowPage />, {
      locks,
      may: ({ permission }) => permission.name === 'sphera-locks.freeze-merges',
    });
    const lockAll = await screen.findByRole('button', {
      name: 'Lock everything',
    });
    await waitFor(() => expect(lockAll).toBeDisabled());
    expect(lockAll).toHaveAccessibleDescription(
      'You may not do this here: Lock',
    );
    const unlock = await screen.findByRole('button', { name: /^Unlock/ });
    await waitFor(() => expect(unlock).toBeDisabled());
    expect(screen.getByRole('button', { name: 'Freeze merges' })).toBeEnabled();
  });
});
