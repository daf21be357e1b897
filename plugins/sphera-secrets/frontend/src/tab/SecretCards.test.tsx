import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cell, secret } from './__testUtils__/answers';
import { renderTab } from './__testUtils__/renderTab';
import { SecretsOfTest } from './__testUtils__/SecretsOfTest';

it('shows cards in place of the matrix on a phone', async () => {
  Object.assign(window, { innerWidth: 390 });
  const secrets = new SecretsOfTest();
  secrets.rows = [
    secret('database-password', [
      cell('production', 'ap', { state: 'missing' }),
    ]),
  ];
  renderTab({ secrets });
  const list = await screen.findByRole('list', { name: 'Secrets' });
  const production = within(list).getByRole('region', { name: 'Production' });
  const sydney = within(production).getByRole('link', { name: /Sydney/ });
  expect(sydney).toHaveTextContent('SydneyMissing');
  expect(
    within(list).getByRole('link', {
      name: 'database-password in all regions of Staging: present',
    }),
  ).toHaveTextContent('All 3 regions');
  await userEvent.click(sydney);
  expect(
    await screen.findByRole('region', { name: 'Secret database-password' }),
  ).toBeVisible();
});
