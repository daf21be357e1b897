import { screen, within } from '@testing-library/react';
import { agent, hoursAgo } from '../__testUtils__/answers';
import { FlagsOfTest } from '../__testUtils__/FlagsOfTest';
import { renderFlags } from '../__testUtils__/renderFlags';
import { ClustersPage } from './ClustersPage';

beforeAll(() => {
  Object.assign(window, { innerWidth: 390 });
});

it('shows clusters one below the other on a narrow screen, nothing of them out of sight', async () => {
  const flags = new FlagsOfTest();
  flags.agents = [
    agent('production-us', {
      state: 'silent',
      heardAt: hoursAgo(3),
      problem: 'The disk is full',
      drifting: 4,
    }),
  ];
  renderFlags(<ClustersPage />, { flags });
  const list = await screen.findByRole('list', { name: 'Clusters' });
  const [first] = within(list).getAllByRole('listitem');
  expect(first).toHaveTextContent(/^production-us.*silent 3 hours ago/);
  expect(first).toHaveTextContent('The disk is full.');
  expect(
    within(first).getByRole('link', {
      name: '4 flags of production-us not in step',
    }),
  ).toBeVisible();
  expect(screen.queryByRole('table')).toBeNull();
});
