import { ServiceRow } from '@sphera/plugin-services-common';
import { screen } from '@testing-library/react';
import { LocksOfTest } from './__testUtils__/LocksOfTest';
import { renderWithLocks } from './__testUtils__/renderWithLocks';
import { LocksCell } from './LocksCell';

const rowWith = (locks?: LocksOfTest): ServiceRow => ({
  service: 'component:default/payments',
  name: 'payments',
  title: 'Payments',
  owners: [],
  type: 'microservice',
  environments: [],
  facts: locks ? { locks: JSON.parse(JSON.stringify(locks.locks)) } : {},
});

const badges = () =>
  screen.getAllByRole('listitem').map(item => item.textContent);

describe('The locks of a service in the table of all services', () => {
  it('says what is held back and where', async () => {
    const locks = new LocksOfTest();
    locks.place({ actions: ['merge'] });
    locks.place({ environment: 'production' });
    renderWithLocks(<LocksCell row={rowWith(locks)} />);
    await screen.findByRole('list', { name: 'Locks' });
    expect(badges()).toEqual(['Deploys in Production', 'Merges']);
  });

  it('counts the locks that it has no room for', async () => {
    const locks = new LocksOfTest();
    for (let i = 0; i < 4; i++) locks.place({});
    renderWithLocks(<LocksCell row={rowWith(locks)} />);
    await screen.findByRole('list', { name: 'Locks' });
    expect(badges()).toEqual(['Deploys', 'Deploys', '+2 more locks']);
  });

  it('shows nothing of a service that is open, or whose locks are over', () => {
    const locks = new LocksOfTest();
    locks.place({ expiresAt: new Date(Date.now() - 1000).toISOString() });
    renderWithLocks(
      <>
        <LocksCell row={rowWith()} />
        <LocksCell row={rowWith(locks)} />
      </>,
    );
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
  });
});
