import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderHub } from '../__testUtils__/renderHub';
import { row, ServicesOfTest } from '../__testUtils__/ServicesOfTest';

function open(path?: string) {
  const services = new ServicesOfTest();
  services.rows = [row('quotes', { facts: { path: 'Staging' } })];
  services.factChoices = {
    path: [
      { value: 'review', title: 'Review', count: 2 },
      { value: 'staging', title: 'Staging', count: 1 },
    ],
  };
  renderHub(services, { columns: 'a path', path });
  return services;
}

const lastAsked = (services: ServicesOfTest) =>
  services.asked.filter(one => 'limit' in one).at(-1);

describe('a column of a capability that can be filtered by', () => {
  it('has its filter beside the others, in its own words', async () => {
    const services = open();
    await screen.findByRole('row', { name: /quotes/ });
    await userEvent.click(screen.getByRole('button', { name: /Stage/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Staging (1)' }),
    );
    await screen.findByRole('button', { name: 'Clear filters' });
    await waitFor(() =>
      expect(lastAsked(services)).toMatchObject({ facts: ['path:staging'] }),
    );
  });

  it('is narrowed by the address', async () => {
    const services = open('/?facts=path:review');
    await screen.findByRole('row', { name: /quotes/ });
    expect(lastAsked(services)).toMatchObject({ facts: ['path:review'] });
    expect(screen.getByRole('button', { name: /Stage/ })).toHaveTextContent(
      'Review (2)',
    );
  });

  it('stands in for the column and the filter of the catalog that it replaces', async () => {
    open();
    await screen.findByRole('row', { name: /quotes/ });
    expect(screen.getAllByRole('columnheader', { name: 'Stage' })).toHaveLength(
      1,
    );
    expect(screen.getAllByRole('button', { name: /Stage/ })).toHaveLength(1);
  });
});
