import { screen, waitFor } from '@testing-library/react';
import { FrozenBanner } from './FrozenBanner';
import { LocksOfTest } from './__testUtils__/LocksOfTest';
import { renderWithLocks } from './__testUtils__/renderWithLocks';

const banner = () => screen.getByRole('status');

describe('The banner over every page', () => {
  it('is not there while single services are locked', async () => {
    const locks = new LocksOfTest();
    locks.place({ service: 'component:default/payments' });
    renderWithLocks(<FrozenBanner />, { locks });
    await screen.findByRole('status');
    expect(banner()).toBeEmptyDOMElement();
  });

  it('says that everything is locked, why, by whom and until when', async () => {
    const locks = new LocksOfTest();
    locks.place({ reason: 'database move' });
    renderWithLocks(<FrozenBanner />, { locks });
    expect(await screen.findByText('Everything is locked')).toBeVisible();
    expect(banner()).toHaveTextContent(
      'Everything is locked by dana until somebody unlocks. database move',
    );
    expect(screen.getByRole('link', { name: 'Details' })).toHaveAttribute(
      'href',
      '/locks',
    );
  });

  it('says that merges are frozen', async () => {
    const locks = new LocksOfTest();
    locks.place({ actions: ['merge'] });
    renderWithLocks(<FrozenBanner />, { locks });
    expect(await screen.findByText('Merges are frozen')).toBeVisible();
  });

  it('names the lock that stops most, and how many there are besides', async () => {
    const locks = new LocksOfTest();
    locks.place({ reason: 'in production', environment: 'production' });
    locks.place({ reason: 'everywhere' });
    locks.place({ reason: 'merges', actions: ['merge'] });
    renderWithLocks(<FrozenBanner />, { locks });
    expect(await screen.findByText('Everything is locked')).toBeVisible();
    expect(banner()).toHaveTextContent('everywhere');
    expect(screen.getByRole('link', { name: 'And 2 more' })).toBeVisible();
  });

  it('comes and goes as others lock and unlock', async () => {
    const { locks, signal } = renderWithLocks(<FrozenBanner />);
    await screen.findByRole('status');
    const placed = locks.place({ environment: 'production' });
    signal();
    expect(
      await screen.findByText('Everything is locked in Production'),
    ).toBeVisible();
    placed.ended = { how: 'released', at: new Date().toISOString() };
    signal();
    await waitFor(() => expect(banner()).toBeEmptyDOMElement());
  });
});
