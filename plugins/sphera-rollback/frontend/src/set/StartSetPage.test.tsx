import type { EvaluatePermissionRequest } from '@backstage/plugin-permission-common';
import {
  planRollbackSet,
  startRollbackSet,
} from '@sphera/plugin-rollback-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { hoursAgo } from '../__testUtils__/answers';
import { renderRollbacks } from '../__testUtils__/renderRollbacks';
import { RollbacksOfTest } from '../__testUtils__/RollbacksOfTest';
import { setPlan } from '../__testUtils__/setAnswers';
import { StartSetPage } from './StartSetPage';

const at = hoursAgo(3);
const chosen = `?system=selling&environment=production&at=${at}`;

const open = (
  query = chosen,
  rollbacks = new RollbacksOfTest(),
  may?: (request: EvaluatePermissionRequest) => boolean,
) =>
  renderRollbacks(<StartSetPage />, {
    may,
    rollbacks,
    address: `/rollbacks/sets/start${query}`,
    path: '/rollbacks/sets/start',
  });

const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));

const giveAReason = async () =>
  userEvent.type(
    await screen.findByRole('textbox', { name: /Reason/ }),
    'incident 4711',
  );

describe('rolling back a system', () => {
  it('asks for a system, an environment and a moment, and keeps them in the address', async () => {
    const { rollbacks } = open('');
    await userEvent.click(
      await screen.findByRole('button', { name: /System/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Selling' }),
    );
    await userEvent.click(screen.getByRole('radio', { name: 'Production' }));
    expect(rollbacks.lastAsked(planRollbackSet)).toBeUndefined();
    await press('3 hours ago');
    expect(
      await screen.findByRole('list', { name: 'Services to roll back' }),
    ).toBeVisible();
    const asked = rollbacks.lastAsked(planRollbackSet)!;
    expect(asked).toMatchObject({
      system: 'system:default/selling',
      environment: 'production',
    });
    expect(screen.getByLabelText('Address')).toHaveTextContent(asked.at);
  });

  it('lists what changes with its plan folded, and what stays with the reason', async () => {
    open();
    const list = await screen.findByRole('list', {
      name: 'Services to roll back',
    });
    const [quotes, bookings] = within(list)
      .getAllByRole('checkbox')
      .map(box => box.closest('li')!);
    expect(quotes).toHaveTextContent(/quotes4\.12\.1.*4\.11\.7/);
    expect(bookings).toHaveTextContent(/bookings8\.4\.1.*8\.3\.0/);
    expect(
      screen.getByText('It is to run what it was to run then'),
    ).toBeVisible();
    expect(
      screen.queryByRole('table', { name: 'Clusters that follow' }),
    ).toBeNull();
    await press('What changes of quotes');
    expect(
      await screen.findByRole('table', { name: 'Clusters that follow' }),
    ).toBeVisible();
  });

  it('rolls back those that are ticked, by the plans that were seen', async () => {
    const { rollbacks } = open();
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'bookings' }),
    );
    await giveAReason();
    await press('Roll back 1 service');
    await waitFor(() =>
      expect(screen.getByLabelText('Address')).toHaveTextContent(
        '/rollbacks/sets/set-3',
      ),
    );
    expect(rollbacks.lastAsked(startRollbackSet)).toMatchObject({
      system: 'system:default/selling',
      environment: 'production',
      services: ['component:default/quotes'],
      plans: ['plan of 4.11.7 in eu,us'],
      reason: 'incident 4711',
      lock: true,
    });
  });

  it('leaves out what cannot begin, and says why', async () => {
    const rollbacks = new RollbacksOfTest();
    rollbacks.setPlan = setPlan({
      plans: setPlan().plans.map((one, index) => ({
        ...one,
        obstacles: index === 1 ? ['Rollbacks of bookings are locked'] : [],
      })),
    });
    open(chosen, rollbacks);
    expect(
      await screen.findByRole('checkbox', { name: 'bookings' }),
    ).toBeDisabled();
    expect(screen.getByText('Rollbacks of bookings are locked.')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Roll back 1 service' }),
    ).toBeEnabled();
  });

  it('leaves out what one may not roll back, so that the others can go', async () => {
    open(
      chosen,
      undefined,
      ({ resourceRef }) => !resourceRef?.includes('bookings'),
    );
    expect(
      await screen.findByText('You may not roll back bookings.'),
    ).toBeVisible();
    expect(screen.getByRole('checkbox', { name: 'bookings' })).toBeDisabled();
    expect(screen.getByRole('checkbox', { name: 'quotes' })).toBeChecked();
    expect(
      await screen.findByRole('button', { name: 'Roll back 1 service' }),
    ).toBeEnabled();
  });

  it('names the rollback that is in the way, and looks again', async () => {
    const { rollbacks } = open();
    await giveAReason();
    rollbacks.fail(startRollbackSet, {
      status: 409,
      message: 'dana is rolling quotes back already',
      details: { rollback: 'rollback-8' },
    });
    await press('Roll back 2 services');
    expect(
      await screen.findByRole('link', { name: 'See that rollback' }),
    ).toHaveAttribute('href', '/rollbacks/rollback-8');
  });

  it('says what has changed while one was looking', async () => {
    const { rollbacks, signal } = open();
    await screen.findByRole('checkbox', { name: 'bookings' });
    const { plans } = setPlan();
    rollbacks.setPlan = setPlan({
      plans: [
        {
          ...plans[0],
          id: 'another plan of quotes',
          obstacles: ['Rollbacks of quotes are locked'],
        },
      ],
    });
    await signal();
    expect(
      await screen.findByText('quotes: Rollbacks of quotes are locked.'),
    ).toBeVisible();
    expect(screen.getByText('bookings stays as it is now.')).toBeVisible();
    await press('Understood');
    expect(screen.queryByText('bookings stays as it is now.')).toBeNull();
  });

  it('says so where nothing has changed since', async () => {
    const rollbacks = new RollbacksOfTest();
    rollbacks.setPlan = setPlan({ plans: [] });
    open(chosen, rollbacks);
    expect(await screen.findByText('Nothing to bring back')).toBeVisible();
    expect(screen.queryByRole('textbox', { name: /Reason/ })).toBeNull();
  });

  it('says why it cannot be planned', async () => {
    const rollbacks = new RollbacksOfTest();
    rollbacks.fail(planRollbackSet, { status: 503, message: 'Git rests' });
    open(chosen, rollbacks);
    expect(await screen.findByText('Git rests')).toBeVisible();
  });
});
