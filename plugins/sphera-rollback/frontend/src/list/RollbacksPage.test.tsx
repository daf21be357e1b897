import { listRollbacks } from '@sphera/plugin-rollback-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { rollback } from '../__testUtils__/answers';
import { done, failed, rollingOut } from '../__testUtils__/progress';
import { renderRollbacks } from '../__testUtils__/renderRollbacks';
import { RollbacksOfTest } from '../__testUtils__/RollbacksOfTest';
import { RollbacksPage } from './RollbacksPage';

const open = (
  all = [
    rollingOut(),
    done({ id: 'rollback-7' }),
    failed({ id: 'rollback-6', environment: 'staging' }),
  ],
  query = '',
) => {
  const rollbacks = new RollbacksOfTest();
  rollbacks.rollbacks = all;
  return renderRollbacks(<RollbacksPage />, {
    rollbacks,
    address: `/rollbacks${query}`,
    path: '/rollbacks',
  });
};

const listed = async (name = 'Rollbacks') =>
  within(await screen.findByRole('list', { name })).getAllByRole('listitem');

describe('the list of rollbacks', () => {
  it('says of each what went where, how it ended, who wanted it and why', async () => {
    open();
    const [, second, third] = await listed();
    expect(second).toHaveTextContent(/quotes in Production4\.12\.1.*4\.11\.7/);
    expect(second).toHaveTextContent('done');
    expect(second).toHaveTextContent('card payments fail');
    expect(second).toHaveTextContent(/dana, just now, took 0 s/);
    expect(third).toHaveTextContent('the image cannot be pulled');
    expect(
      within(second).getByRole('link', { name: 'quotes in Production' }),
    ).toHaveAttribute('href', '/rollbacks/rollback-7');
  });

  it('has those under way on top, with how far they are, until they are over', async () => {
    const { rollbacks, signal } = open();
    const [one] = await listed('Rollbacks under way');
    expect(within(one).getByRole('progressbar')).toHaveAttribute(
      'aria-valuetext',
      '4 of 6',
    );
    rollbacks.rollbacks = [done()];
    await signal();
    expect(await screen.findByText('1 rollback')).toBeVisible();
    await waitFor(() =>
      expect(
        screen.queryByRole('list', { name: 'Rollbacks under way' }),
      ).toBeNull(),
    );
  });

  it('is narrowed by its address', async () => {
    open(undefined, '?environment=staging&state=failed');
    expect(await listed()).toHaveLength(1);
    expect(screen.getByText('1 rollback')).toBeVisible();
  });

  it('keeps what one chooses in the address, and takes it off again', async () => {
    open();
    await listed();
    await userEvent.click(screen.getByRole('button', { name: /State/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Cancelled' }),
    );
    expect(await screen.findByText('No rollback is like this')).toBeVisible();
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '/rollbacks?state=cancelled',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Show everything' }),
    );
    expect(await listed()).toHaveLength(3);
  });

  it('shows more where there are more', async () => {
    open(
      Array.from({ length: 30 }, (_, index) => done({ id: `done-${index}` })),
    );
    expect(await listed()).toHaveLength(25);
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findAllByText('card payments fail')).toHaveLength(30);
  });

  it('says what rollbacks are where there was none', async () => {
    open([]);
    expect(
      await screen.findByText('Nothing was rolled back yet'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Roll back a service…' }),
    ).toHaveAttribute('href', '/rollbacks/start');
    expect(
      screen.getByRole('link', { name: 'Roll back a system…' }),
    ).toHaveAttribute('href', '/rollbacks/sets/start');
  });

  it('offers to try again where it could not be loaded', async () => {
    const rollbacks = new RollbacksOfTest();
    rollbacks.rollbacks = [rollback()];
    rollbacks.fail(listRollbacks, { status: 503, message: 'It rests' });
    renderRollbacks(<RollbacksPage />, {
      rollbacks,
      address: '/rollbacks',
      path: '/rollbacks',
    });
    expect(await screen.findByText('It rests')).toBeVisible();
    rollbacks.fail(listRollbacks);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await listed()).toHaveLength(1);
  });
});
