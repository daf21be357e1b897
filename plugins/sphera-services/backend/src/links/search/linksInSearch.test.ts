import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import searchPlugin from '@backstage/plugin-search-backend';
import { linksInSearchModule } from '../..';
import { fleet, service } from '../../__testUtils__/services';
import { component } from '../__testUtils__/demo';
import { startLinks } from '../__testUtils__/startLinks';
import { Links } from '../Links';
import { readLinks } from '../settings/readLinks';
import { LinksCollator } from './LinksCollator';

const links = [
  {
    id: 'metrics',
    title: 'Dashboards',
    tool: 'datadog',
    url: 'https://a.example/{service}/{environment}',
  },
  {
    id: 'chat',
    title: 'Slack',
    url: "https://chat.example/{annotations['chat']}",
    required: true,
  },
];
const entities = [
  component('payments', { chat: 'money' }, { title: 'Card payments' }),
  component('quotes', { chat: 'money' }),
  component('lonely'),
];

async function search(term: string) {
  const scheduler = mockServices.scheduler();
  const { get } = await startLinks({
    links,
    entities,
    features: [
      searchPlugin,
      linksInSearchModule,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
    ],
  });
  await scheduler.triggerTask('search_index_sphera_links');
  const query = `search/query?term=${encodeURIComponent(term)}`;
  const { body } = await get(query).expect(200);
  return body.results;
}

it('finds a service by its name and that of a tool', async () => {
  const [first] = await search('payments datadog');
  expect(first).toMatchObject({
    type: 'sphera-links',
    document: {
      title: 'Card payments: links',
      text: 'payments Slack Dashboards datadog Staging Production',
      location: '/catalog/default/component/payments#links',
      service: 'component:default/payments',
    },
  });
});

it('finds the services that have a tool, and no others', async () => {
  const results = await search('slack');
  const found = results.map(({ document }: any) => document.service);
  expect(found.sort()).toEqual([
    'component:default/payments',
    'component:default/quotes',
  ]);
});

it('waits for a catalog that has just started', async () => {
  const payments = service('payments', { environments: ['staging'] });
  const answers = [[], [], [payments]];
  const collator = new LinksCollator({
    directory: { list: async () => answers.shift()! },
    links: new Links(
      readLinks(new ConfigReader({ sphera: { links } }), fleet),
      fleet,
    ),
    titleOf: name => name,
    pause: 1,
  });
  const found = await (await collator.getCollator()).toArray();
  expect(found).toMatchObject([{ service: 'component:default/payments' }]);
});
