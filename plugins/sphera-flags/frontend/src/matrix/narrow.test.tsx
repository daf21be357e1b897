import { screen, within } from '@testing-library/react';
import { manyClusters } from '../__testUtils__/fleet';
import { FlagsOfTest } from '../__testUtils__/FlagsOfTest';
import { renderFlags } from '../__testUtils__/renderFlags';
import { FlagsPage } from '../list/FlagsPage';

beforeAll(() => {
  Object.assign(window, { innerWidth: 390 });
});

it('shows a list in place of the matrix on a narrow screen', async () => {
  renderFlags(<FlagsPage />);
  const list = await screen.findByRole('list', { name: 'Flags' });
  const [first] = within(list).getAllByRole('listitem');
  const production = within(first).getByRole('region', { name: 'Production' });
  expect(
    within(production).getByRole('link', {
      name: 'new-checkout in production-us: on',
    }),
  ).toBeVisible();
  expect(screen.queryByRole('grid')).toBeNull();
});

it('names clusters where several are in one region', async () => {
  const flags = new FlagsOfTest();
  flags.clusters = manyClusters(5);
  renderFlags(<FlagsPage />, { flags });
  const list = await screen.findByRole('list', { name: 'Flags' });
  const [first] = within(list).getAllByRole('listitem');
  const production = within(first).getByRole('region', { name: 'Production' });
  expect(within(production).getByText('production-eu-2')).toBeVisible();
  expect(within(production).getByText('Sydney')).toBeVisible();
});
