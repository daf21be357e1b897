import { screen, within } from '@testing-library/react';
import { renderHub } from './__testUtils__/renderHub';
import { row, ServicesOfTest } from './__testUtils__/ServicesOfTest';

it('shows a list in place of the table on a narrow screen', async () => {
  Object.assign(window, { innerWidth: 390 });
  const services = new ServicesOfTest();
  services.rows = [
    row('payments', {
      purpose: 'Takes the money',
      facts: { locks: 'incident 4711' },
    }),
  ];
  renderHub(services, { columns: 'locks' });
  const list = await screen.findByRole('list', { name: 'Services' });
  const [item] = within(list).getAllByRole('listitem');
  expect(within(item).getByRole('link', { name: 'payments' })).toBeVisible();
  expect(await within(item).findByText('Locked: incident 4711')).toBeVisible();
  expect(item).toHaveTextContent('Takes the money');
  expect(item).toHaveTextContent('Live');
  expect(screen.queryByRole('grid')).not.toBeInTheDocument();
});
