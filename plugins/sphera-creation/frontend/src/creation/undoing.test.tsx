import { undoCreation } from '@sphera/plugin-creation-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { creation, stepsUpTo, stopped } from '../__testUtils__/answers';
import { CreationsOfTest } from '../__testUtils__/CreationsOfTest';
import { renderCreations } from '../__testUtils__/renderCreations';
import { CreationPage } from './CreationPage';

const open = (shown = stopped(), may = () => true) => {
  const creations = new CreationsOfTest();
  creations.creations = [shown];
  return renderCreations(<CreationPage />, {
    creations,
    address: `/creations/${shown.id}`,
    path: '/creations/:id',
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

describe('undoing a creation', () => {
  it('says what is deleted, the last first, and what stays', async () => {
    open();
    await press('Undo…');
    const deleted = await screen.findByRole('list', {
      name: 'What is deleted',
    });
    expect(
      within(deleted)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['Image repository', 'Repository on GitHub']);
    expect(
      screen.getByText(/The audit log, the history of the GitOps repository/),
    ).toBeVisible();
  });

  it('asks why, and begins', async () => {
    const { creations } = open();
    await press('Undo…');
    await giveAReason('it was only to try it out');
    await press('Take back parcel-quotes');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(creations.lastAsked(undoCreation)).toEqual({
      creation: 'creation-8',
      reason: 'it was only to try it out',
    });
  });

  it('needs a reason', async () => {
    open();
    await press('Undo…');
    await press('Take back parcel-quotes');
    expect(await screen.findByText(/Must not be empty/)).toBeVisible();
  });

  it('says why it was refused, and keeps the reason', async () => {
    const { creations } = open();
    creations.fail(undoCreation, {
      status: 403,
      message: 'Only who began it or the platform team may take it back',
    });
    await press('Undo…');
    await giveAReason('it was only to try it out');
    await press('Take back parcel-quotes');
    expect(
      await screen.findByText(/Only who began it or the platform team/),
    ).toBeVisible();
    expect(screen.getByRole('textbox', { name: /Reason/ })).toHaveValue(
      'it was only to try it out',
    );
  });

  it('says so where nothing was made yet', async () => {
    open(creation({ steps: stepsUpTo('repository', 'waiting') }));
    await press('Undo…');
    expect(await screen.findByText(/Nothing was made yet/)).toBeVisible();
  });

  it('goes on where it stopped on the way', async () => {
    open(creation({ state: 'undoing' }));
    expect(
      await screen.findByRole('button', { name: 'Go on taking back…' }),
    ).toBeVisible();
  });

  it('is offered to nobody who may not do it', async () => {
    open(stopped(), () => false);
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Undo…' })).toBeDisabled(),
    );
  });
});
