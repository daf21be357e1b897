import { getFlag } from '@sphera/plugin-flags-common';
import { listServices } from '@sphera/plugin-services-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { page } from '@sphera/plugin-operations-react/testUtils';
import { FlagsOfTest } from '../__testUtils__/FlagsOfTest';
import { renderFlags } from '../__testUtils__/renderFlags';
import { CreateFlagPage } from './CreateFlagPage';

const row = (name: string, title: string) => ({
  service: `component:default/${name}`,
  name,
  title,
  owners: [],
  type: 'service',
  environments: [],
  facts: {},
});
const services = [
  row('bookings', 'Bookings'),
  row('quotes', 'Quotes'),
  row('quote-archive', 'Archive of quotes'),
];

/** The form of a new flag in a company whose list of services answers with one at a time. */
function open(query = '') {
  const flags = new FlagsOfTest();
  flags.fail(getFlag, { status: 404, message: 'There is no such flag' });
  flags.answer(listServices, input => ({
    ...page(
      services.filter(
        ({ name, title }) =>
          !input.text || `${name} ${title}`.toLowerCase().includes(input.text),
      ),
      { limit: 1 },
    ),
    facets: { teams: [], environments: [], types: [], lifecycles: [] },
    staleFacts: [],
  }));
  renderFlags(<CreateFlagPage />, {
    flags,
    address: `/flags/new${query}`,
    path: '/flags/new',
  });
}

const field = () => screen.findByRole('combobox', { name: /Service/ });

it('shows by its title the service that one came from', async () => {
  open('?service=component:default/quotes');
  await waitFor(async () => expect(await field()).toHaveValue('Quotes'));
});

it('shows the service that was chosen, whatever was typed to find it', async () => {
  open();
  await userEvent.type(await field(), 'quo');
  await userEvent.click(await screen.findByRole('option', { name: 'Quotes' }));
  expect(await field()).toHaveValue('Quotes');
});

it('goes back to the chosen service where one leaves with something else typed', async () => {
  open('?service=component:default/quotes');
  await waitFor(async () => expect(await field()).toHaveValue('Quotes'));
  await userEvent.type(await field(), ' x');
  await userEvent.tab();
  expect(await field()).toHaveValue('Quotes');
});

it('forgets the service where one empties the field', async () => {
  open('?service=component:default/quotes');
  await waitFor(async () => expect(await field()).toHaveValue('Quotes'));
  await userEvent.clear(await field());
  await userEvent.tab();
  expect(await field()).toHaveValue('');
});
