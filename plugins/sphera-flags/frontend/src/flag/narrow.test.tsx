import { screen, within } from '@testing-library/react';
import { changedByHand, flag } from '../__testUtils__/answers';
import { FlagsOfTest } from '../__testUtils__/FlagsOfTest';
import { renderFlags } from '../__testUtils__/renderFlags';
import { FlagPage } from './FlagPage';

beforeAll(() => {
  Object.assign(window, { innerWidth: 390 });
});

it('lists the clusters one below the other where the screen is narrow', async () => {
  const flags = new FlagsOfTest();
  flags.flag = flag({ cells: [changedByHand('production-us')] });
  renderFlags(<FlagPage />, {
    flags,
    address: '/flags/f/new-checkout',
    path: '/flags/f/:flag',
  });
  const [cell] = within(
    await screen.findByRole('list', { name: 'Clusters' }),
  ).getAllByRole('listitem');
  expect(cell).toHaveTextContent('It reports off, and was told on.');
  expect(cell).toHaveTextContent(/Wantedon.*Reportedoff/);
  expect(
    within(cell).getByRole('button', {
      name: 'Bring new-checkout in production-us in step…',
    }),
  ).toBeVisible();
  expect(screen.queryByRole('table')).toBeNull();
});
