import { listCreations } from '@sphera/plugin-creation-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { creation, done, stopped } from '../__testUtils__/answers';
import { CreationsOfTest } from '../__testUtils__/CreationsOfTest';
import { renderCreations } from '../__testUtils__/renderCreations';
import { CreationsPage } from './CreationsPage';

const open = (
  all = [
    creation(),
    stopped({ id: 'creation-7' }),
    done({
      id: 'creation-6',
      draft: { ...creation().draft, name: 'depot-labels' },
    }),
  ],
  query = '',
) => {
  const creations = new CreationsOfTest();
  creations.creations = all;
  return renderCreations(<CreationsPage />, {
    creations,
    address: `/creations${query}`,
    path: '/creations',
  });
};

const listed = async () =>
  within(await screen.findByRole('list', { name: 'Creations' })).getAllByRole(
    'listitem',
  );

describe('the list of creations', () => {
  it('says of each what was to be, for whom, who began it, and how far it is', async () => {
    open();
    const [running, failed, arrived] = await listed();
    expect(running).toHaveTextContent('parcel-quotesmicroservice');
    expect(running).toHaveTextContent('under way');
    expect(running).toHaveTextContent('Manifests.');
    expect(running).toHaveTextContent('for booking, by dana, just now');
    expect(failed).toHaveTextContent('Image repository: AWS does not answer.');
    expect(arrived).toHaveTextContent('done');
    expect(
      within(arrived).getByRole('link', { name: 'depot-labels' }),
    ).toHaveAttribute('href', '/create/creations/creation-6');
  });

  it('goes on by itself', async () => {
    const { creations, signal } = open([creation()]);
    expect((await listed())[0]).toHaveTextContent('under way');
    creations.creations = [done()];
    await signal();
    expect(await screen.findByText('done')).toBeVisible();
  });

  it('is narrowed to the service that its address names', async () => {
    open(undefined, '?name=depot-labels');
    expect(await listed()).toHaveLength(1);
    expect(screen.getByText('1 creation')).toBeVisible();
  });

  it('keeps the state one chooses in the address, and takes it off again', async () => {
    open();
    await listed();
    await userEvent.click(screen.getByRole('button', { name: /State/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Taken back' }),
    );
    expect(await screen.findByText('No creation is like this')).toBeVisible();
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '/creations?state=undone',
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
    await waitFor(() =>
      expect(screen.getAllByText('parcel-quotes')).toHaveLength(30),
    );
  });

  it('leads to the templates where nothing was created yet', async () => {
    open([]);
    expect(
      await screen.findByText('Nothing was created here yet'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Choose a template' }),
    ).toHaveAttribute('href', '/create');
  });

  it('offers to try again where it could not be loaded', async () => {
    const creations = new CreationsOfTest();
    creations.creations = [creation()];
    creations.fail(listCreations, { status: 503, message: 'sphera rests' });
    renderCreations(<CreationsPage />, { creations });
    expect(await screen.findByText('sphera rests')).toBeVisible();
    creations.fail(listCreations);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await listed()).toHaveLength(1);
  });
});
