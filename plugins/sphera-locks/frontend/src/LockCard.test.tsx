import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LockCard } from './LockCard';
import { LocksOfTest } from './__testUtils__/LocksOfTest';
import { renderWithLocks } from './__testUtils__/renderWithLocks';

const payments = 'component:default/payments';
const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments', namespace: 'default', title: 'Payments' },
};

const renderCard = (options: Parameters<typeof renderWithLocks>[1] = {}) =>
  renderWithLocks(
    <EntityProvider entity={entity}>
      <LockCard />
    </EntityProvider>,
    options,
  );

describe('The lock card of a service', () => {
  it('says that the service is open', async () => {
    renderCard();
    expect(await screen.findByText(/Open: no lock/)).toBeVisible();
  });

  it('shows the locks of the service and those of all services', async () => {
    const locks = new LocksOfTest();
    locks.place({ reason: 'database move' });
    locks.place({ service: payments, reason: 'wrong totals' });
    locks.place({ service: 'component:default/quotes', reason: 'not here' });
    renderCard({ locks });
    expect(
      await screen.findByRole('article', { name: 'This service' }),
    ).toHaveTextContent('wrong totals');
    expect(
      screen.getByRole('article', { name: 'All services' }),
    ).toHaveTextContent('database move');
    expect(screen.queryByText('not here')).not.toBeInTheDocument();
  });

  it('locks this service', async () => {
    const { locks } = renderCard();
    await userEvent.click(await screen.findByRole('button', { name: 'Lock' }));
    expect(screen.getByRole('dialog', { name: 'Lock Payments' })).toBeVisible();
    await userEvent.keyboard('wrong totals{Enter}');
    expect(
      await screen.findByRole('article', { name: 'This service' }),
    ).toHaveTextContent('wrong totals');
    expect(locks.changes[0][1]).toMatchObject({ service: payments });
  });

  it('freezes the merges of this service', async () => {
    const { locks } = renderCard();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Freeze merges' }),
    );
    await userEvent.keyboard('release cut{Enter}');
    await waitFor(() =>
      expect(locks.changes).toEqual([
        ['freeze-merges', { service: payments, reason: 'release cut' }],
      ]),
    );
  });

  it('rests its buttons where one may not lock this service', async () => {
    renderCard({
      may: ({ resourceRef }: { resourceRef?: string }) =>
        resourceRef !== 'service=component%3Adefault%2Fpayments',
    });
    const button = await screen.findByRole('button', { name: 'Lock' });
    await waitFor(() => expect(button).toBeDisabled());
  });
});
