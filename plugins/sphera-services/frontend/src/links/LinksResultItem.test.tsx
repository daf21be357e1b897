import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  SearchContextProvider,
  searchApiRef,
} from '@backstage/plugin-search-react';
import { operationsApiRef } from '@sphera/plugin-operations-react';
import { screen, within } from '@testing-library/react';
import { config } from '../__testUtils__/config';
import { links } from '../__testUtils__/links';
import { ServicesOfTest } from '../__testUtils__/ServicesOfTest';
import { LinksResultItem } from './LinksResultItem';

const found = {
  title: 'Payments: links',
  text: 'payments',
  location: '/catalog/default/component/payments',
  service: 'component:default/payments',
  authorization: { resourceRef: 'component:default/payments' },
};

function renderResult(term: string, services = new ServicesOfTest()) {
  services.links = links;
  renderInTestApp(
    <SearchContextProvider initialState={{ term, types: [], filters: {} }}>
      <LinksResultItem result={found} />
    </SearchContextProvider>,
    {
      apis: [
        [operationsApiRef, services],
        [searchApiRef, { query: async () => ({ results: [] }) }],
      ],
      config,
    },
  );
}
async function shown() {
  const list = screen.getByRole('list', { name: 'Payments: links' });
  await within(list).findAllByRole('link');
  return within(list)
    .getAllByRole('link')
    .map(link => [link.textContent, link.getAttribute('href')]);
}

describe('the links of a service among the results of a search', () => {
  it('are those of the tool that was searched for', async () => {
    renderResult('payments datadog');
    expect(await shown()).toEqual([
      ['Staging: Datadog', 'https://metrics.example/staging'],
      ['Live: Datadog', 'https://metrics.example/production'],
    ]);
  });

  it.each([
    ['Data Live', ['Live: Datadog']],
    ['argo frankfurt', ['Live: Argo CD: Frankfurt']],
    ['code', ['GitHub']],
  ])('go by any of their words: %s', async (term, names) => {
    renderResult(term);
    expect((await shown()).map(([name]) => name)).toEqual(names);
  });

  it('are all that are set up where the search names none', async () => {
    renderResult('payments');
    expect(await shown()).toHaveLength(4);
  });

  it('leave a way to the service while they cannot be loaded', async () => {
    const services = new ServicesOfTest();
    services.fail(500);
    renderResult('payments', services);
    expect(
      await screen.findByRole('link', { name: 'Payments: links' }),
    ).toHaveAttribute('href', '/catalog/default/component/payments');
  });
});
