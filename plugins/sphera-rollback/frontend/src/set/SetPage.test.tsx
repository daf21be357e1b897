import { getRollbackSet } from '@sphera/plugin-rollback-common';
import { screen, within } from '@testing-library/react';
import { renderRollbacks } from '../__testUtils__/renderRollbacks';
import { RollbacksOfTest } from '../__testUtils__/RollbacksOfTest';
import { rollbackSet } from '../__testUtils__/setAnswers';
import { SetPage } from './SetPage';

const open = (rollbacks = new RollbacksOfTest()) =>
  renderRollbacks(<SetPage />, {
    rollbacks,
    address: '/rollbacks/sets/set-3',
    path: '/rollbacks/sets/:id',
  });

describe('a set of rollbacks', () => {
  it('shows each rollback with how far it is, and goes on by itself', async () => {
    const { rollbacks, signal } = open();
    const list = await screen.findByRole('list', {
      name: 'Rollbacks of this set',
    });
    expect(
      within(list)
        .getAllByRole('link', { name: /in Production/ })
        .map(link => link.getAttribute('href')),
    ).toEqual(['/rollbacks/rollback-8', '/rollbacks/rollback-9']);
    expect(
      screen.getByText('2 rollbacks: 1 under way and 1 done.'),
    ).toBeVisible();
    rollbacks.set = rollbackSet({
      state: 'done',
      sentence: '2 rollbacks: 2 done',
    });
    await signal();
    expect(await screen.findByText('2 rollbacks: 2 done.')).toBeVisible();
  });

  it('says that there is none, with the way to all rollbacks', async () => {
    const rollbacks = new RollbacksOfTest();
    rollbacks.fail(getRollbackSet, { status: 404, message: 'No such set' });
    open(rollbacks);
    expect(await screen.findByText('There is no such set')).toBeVisible();
    expect(screen.getByRole('link', { name: 'All rollbacks' })).toHaveAttribute(
      'href',
      '/rollbacks',
    );
  });
});
