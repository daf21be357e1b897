import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import { renderRollbacks } from '../__testUtils__/renderRollbacks';
import { RollbackTab } from './RollbackTab';

beforeAll(() => {
  Object.assign(window, { innerWidth: 390 });
});

it('lists the versions one below the other where the screen is narrow', async () => {
  renderRollbacks(
    <EntityProvider
      entity={{
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'quotes', namespace: 'default' },
      }}
    >
      <RollbackTab />
    </EntityProvider>,
  );
  const list = await screen.findByRole('list', { name: 'Versions' });
  expect(list).toHaveTextContent('ran well');
  expect(
    within(list).getByRole('link', { name: 'Roll back to 4.11.7…' }),
  ).toBeVisible();
  expect(screen.queryByRole('table', { name: 'Versions' })).toBeNull();
});
