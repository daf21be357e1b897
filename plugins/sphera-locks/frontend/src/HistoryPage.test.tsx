import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HistoryPage } from './HistoryPage';
import { LocksOfTest } from './__testUtils__/LocksOfTest';
import { renderWithLocks } from './__testUtils__/renderWithLocks';

const payments = 'component:default/payments';
const anHourAgo = new Date(Date.now() - 3_630_000).toISOString();

describe('The history of locks', () => {
  it('says that no lock has ended yet', async () => {
    renderWithLocks(<HistoryPage />);
    expect(await screen.findByText('No lock has ended yet')).toBeVisible();
  });

  it('tells who took a lock off, when and why', async () => {
    const locks = new LocksOfTest();
    locks.place({
      service: payments,
      ended: {
        how: 'released',
        at: anHourAgo,
        by: 'user:default/kim',
        reason: 'fixed',
      },
    });
    renderWithLocks(<HistoryPage />, { locks });
    const item = await screen.findByRole('article', { name: 'payments' });
    expect(item).toHaveTextContent('Taken off by kim 1 hour ago: fixed');
  });

  it('tells which locks ended by themselves', async () => {
    const locks = new LocksOfTest();
    locks.place({
      service: payments,
      ended: { how: 'expired', at: anHourAgo },
    });
    renderWithLocks(<HistoryPage />, { locks });
    const item = await screen.findByRole('article', { name: 'payments' });
    expect(item).toHaveTextContent('Ended by itself 1 hour ago');
  });

  it('shows many locks page by page', async () => {
    const locks = new LocksOfTest();
    for (let i = 0; i < 30; i++) {
      locks.place({
        service: payments,
        ended: { how: 'expired', at: anHourAgo },
      });
    }
    renderWithLocks(<HistoryPage />, { locks });
    expect(await screen.findByText('30 locks have ended')).toBeVisible();
    expect(screen.getAllByRole('article')).toHaveLength(25);
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() =>
      expect(screen.getAllByRole('article')).toHaveLength(30),
    );
  });
});
