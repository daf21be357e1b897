import { FreezeWindow } from '@sphera/plugin-locks-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LocksOfTest, occurrences } from './__testUtils__/LocksOfTest';
import { renderWithLocks } from './__testUtils__/renderWithLocks';
import { WindowsPage } from './WindowsPage';

const weekend: FreezeWindow = {
  id: 'window-1',
  actions: ['deploy'],
  from: { day: 'friday', time: '16:00' },
  to: { day: 'monday', time: '08:00' },
  timeZone: 'Europe/Berlin',
  reason: 'quiet weekends',
  origin: 'page',
  createdBy: 'user:default/dana',
  next: occurrences,
};

function renderWindows(...windows: FreezeWindow[]) {
  const locks = new LocksOfTest();
  locks.windows = windows;
  return renderWithLocks(<WindowsPage />, { locks });
}

describe('The page of freeze windows', () => {
  it('explains freeze windows while there is none', async () => {
    renderWindows();
    expect(await screen.findByText('No freeze windows')).toBeVisible();
  });

  it('tells when a window comes back, on what, why, and its next five times', async () => {
    renderWindows(weekend);
    const item = await screen.findByRole('article', {
      name: 'Friday 16:00 to Monday 08:00, Europe/Berlin',
    });
    expect(item).toHaveTextContent('quiet weekends');
    expect(item).toHaveTextContent('All services');
    expect(item).toHaveTextContent(/dana/);
    await userEvent.click(within(item).getByText('Next five times'));
    const times = within(item).getByRole('list', { name: 'Next five times' });
    expect(within(times).getAllByRole('listitem')).toHaveLength(5);
    expect(times).toHaveTextContent('Fri 1 Jan, 16:00 – Mon 4 Jan, 08:00');
  });

  it('marks a window that is open now', async () => {
    const hour = 3_600_000;
    const present = {
      start: new Date(Date.now() - hour).toISOString(),
      end: new Date(Date.now() + 2.01 * hour).toISOString(),
    };
    renderWindows({ ...weekend, next: [present, ...occurrences] });
    expect(await screen.findByText('Open now')).toBeVisible();
    expect(screen.getByText('in 2 hours')).toBeVisible();
  });

  it('creates a window and shows its times while one writes', async () => {
    const { locks } = renderWindows();
    await userEvent.click(
      await screen.findByRole('button', { name: 'New freeze window' }),
    );
    const dialog = screen.getByRole('dialog');
    await userEvent.keyboard('quiet weekends');
    expect(
      await within(dialog).findByRole('list', { name: 'Next five times' }),
    ).toBeVisible();
    const time = within(dialog).getByRole('textbox', { name: /Begins at/ });
    await userEvent.clear(time);
    await userEvent.type(time, '17:30{Enter}');
    await waitFor(() => expect(locks.changes).toHaveLength(1));
    expect(locks.changes[0]).toEqual([
      'create-window',
      {
        actions: ['deploy'],
        from: { day: 'friday', time: '17:30' },
        to: { day: 'monday', time: '08:00' },
        timeZone: 'UTC',
        reason: 'quiet weekends',
      },
    ]);
    expect(await screen.findByRole('article')).toBeVisible();
  });

  it('shows at the time what is wrong with it', async () => {
    renderWindows();
    await userEvent.click(
      await screen.findByRole('button', { name: 'New freeze window' }),
    );
    await userEvent.keyboard('quiet weekends');
    const time = screen.getByRole('textbox', { name: /Begins at/ });
    await userEvent.clear(time);
    await userEvent.type(time, 'noon{Enter}');
    await waitFor(() => expect(time).toBeInvalid());
    expect(
      await screen.findByText(/Must be a time of day, like 16:00/),
    ).toBeVisible();
  });

  it('deletes a window with a reason', async () => {
    const { locks } = renderWindows(weekend);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Delete window: quiet weekends',
      }),
    );
    await userEvent.keyboard('we ship on Fridays{Enter}');
    expect(await screen.findByText('No freeze windows')).toBeVisible();
    expect(locks.changes).toEqual([
      ['delete-window', { id: 'window-1', reason: 'we ship on Fridays' }],
    ]);
  });

  it('leaves a window of the configuration to the configuration', async () => {
    const { createdBy, ...fields } = weekend;
    renderWindows({ ...fields, origin: 'configuration' });
    expect(await screen.findByText('set in the configuration')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /Delete/ }),
    ).not.toBeInTheDocument();
  });
});
