import {
  cancelRollback,
  planRollForward,
  rollForward,
} from '@sphera/plugin-rollback-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { rollback } from '../__testUtils__/answers';
import { done, rollingOut } from '../__testUtils__/progress';
import { renderRollbacks } from '../__testUtils__/renderRollbacks';
import { RollbacksOfTest } from '../__testUtils__/RollbacksOfTest';
import { RollbackPage } from './RollbackPage';

const open = (shown = done(), may = () => true) => {
  const rollbacks = new RollbacksOfTest();
  rollbacks.rollbacks = [shown];
  return renderRollbacks(<RollbackPage />, {
    rollbacks,
    address: `/rollbacks/${shown.id}`,
    path: '/rollbacks/:id',
    may,
  });
};

const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));

const giveAReason = async (reason: string) =>
  userEvent.type(
    await screen.findByRole('textbox', { name: /Reason/ }),
    reason,
  );

describe('cancelling', () => {
  it('asks why, and stops it', async () => {
    const { rollbacks } = open(rollback());
    await press('Cancel rollback…');
    await giveAReason('it was the network');
    await press('Cancel rollback');
    await waitFor(() =>
      expect(rollbacks.lastAsked(cancelRollback)).toEqual({
        id: 'rollback-8',
        reason: 'it was the network',
      }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('is not offered once the change is in the repository', async () => {
    open(rollingOut());
    expect(
      await screen.findByRole('button', { name: 'Roll forward…' }),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Cancel rollback…' }),
    ).toBeNull();
  });

  it('says that it is too late where the change arrives while one writes', async () => {
    const { rollbacks, signal } = open(rollback());
    await press('Cancel rollback…');
    rollbacks.rollbacks = [rollingOut()];
    await signal();
    expect(await screen.findByText(/It is too late/)).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Cancel rollback' }),
    ).toBeDisabled();
  });
});

describe('rolling forward', () => {
  it('shows what it changes, asks why, and leads to its own progress', async () => {
    const { rollbacks } = open();
    await press('Roll forward…');
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByRole('region', {
        name: 'Changes of booking/quotes/production/eu/values.yaml',
      }),
    ).toBeVisible();
    await giveAReason('it is mended');
    await press('Roll forward to 4.12.1');
    await waitFor(() =>
      expect(screen.getByLabelText('Address')).toHaveTextContent(
        '/rollbacks/forward-9',
      ),
    );
    expect(rollbacks.lastAsked(rollForward)).toEqual({
      id: 'rollback-8',
      reason: 'it is mended',
      plan: 'plan of the way forward',
    });
  });

  it('is not possible while something stands in the way', async () => {
    const { rollbacks } = open();
    rollbacks.planFields = { obstacles: ['4.12.1 is locked out'] };
    await press('Roll forward…');
    expect(await screen.findByText('4.12.1 is locked out')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Roll forward to 4.12.1' }),
    ).toBeDisabled();
  });

  it('looks at the plan again where something has changed', async () => {
    const { rollbacks } = open();
    await press('Roll forward…');
    await giveAReason('it is mended');
    rollbacks.fail(rollForward, {
      status: 409,
      message: 'Something has changed: look at the plan again',
    });
    const count = () =>
      rollbacks.asked.filter(([name]) => name === planRollForward.name).length;
    const before = count();
    await press('Roll forward to 4.12.1');
    expect(await screen.findByText(/look at the plan again/)).toBeVisible();
    await waitFor(() => expect(count()).toBeGreaterThan(before));
  });

  it('is offered to nobody who may not do it', async () => {
    open(done(), () => false);
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Roll forward…' }),
      ).toBeDisabled(),
    );
  });
});
