import { component } from './__testUtils__/demo';
import { startLinks } from './__testUtils__/startLinks';

const logs = {
  id: 'logs',
  title: 'Coralogix',
  tool: 'coralogix',
  url: 'https://logs.example/{service}?env={environment}',
};
const chat = {
  id: 'chat',
  title: 'Slack',
  tool: 'slack',
  url: "https://chat.example/{annotations['sphera.io/slack-channel']}",
};

describe('list-links', () => {
  it('has no links where none are configured', async () => {
    const { linksOf } = await startLinks();
    expect(await linksOf('payments')).toEqual([]);
  });

  it('begins with what is about no environment, and follows the fleet from there', async () => {
    const { linksOf } = await startLinks({
      links: [logs, { ...chat, group: 'People', url: 'https://chat.example' }],
    });
    expect(await linksOf('payments')).toEqual([
      {
        id: 'chat',
        title: 'Slack',
        icon: 'slack',
        tool: 'slack',
        group: 'People',
        url: 'https://chat.example/',
      },
      {
        id: 'logs',
        title: 'Coralogix',
        icon: 'coralogix',
        tool: 'coralogix',
        url: 'https://logs.example/payments?env=staging',
        environment: 'staging',
      },
      {
        id: 'logs',
        title: 'Coralogix',
        icon: 'coralogix',
        tool: 'coralogix',
        url: 'https://logs.example/payments?env=production',
        environment: 'production',
      },
    ]);
  });

  it('leads into the environments in which a service is live, and no others', async () => {
    const { linksOf } = await startLinks({
      links: [logs],
      entities: [
        component('payments', { 'sphera.io/environments': 'staging' }),
        component('idea', { 'sphera.io/environments': '' }),
      ],
    });
    expect(await linksOf('payments')).toMatchObject([
      { environment: 'staging' },
    ]);
    expect(await linksOf('idea')).toEqual([]);
  });

  it('answers about one environment, with what is about none', async () => {
    const { linksOf } = await startLinks({
      links: [logs, { ...chat, url: 'https://chat.example' }],
    });
    const links = await linksOf('payments', '&environment=production');
    expect(links.map(({ environment }) => environment)).toEqual([
      undefined,
      'production',
    ]);
  });

  it('has one for each region, or each cluster, where the address says so', async () => {
    const { linksOf } = await startLinks({
      links: [
        { id: 'region', title: 'R', url: 'https://r.example/{region}' },
        { id: 'cluster', title: 'C', url: 'https://c.example/{cluster}' },
      ],
    });
    const links = await linksOf('payments', '&environment=production');
    expect(links.map(({ url }) => url)).toEqual([
      'https://r.example/eu-central-1',
      'https://r.example/us-east-1',
      'https://c.example/production-eu',
      'https://c.example/production-eu-2',
      'https://c.example/production-us',
    ]);
    expect(links[4]).toMatchObject({
      environment: 'production',
      region: 'us-east-1',
      cluster: 'production-us',
    });
  });

  it('has one for each place that it is said to be per, though the address is the same', async () => {
    const { linksOf } = await startLinks({
      links: [{ ...chat, url: 'https://chat.example', per: 'environment' }],
    });
    expect(await linksOf('payments')).toMatchObject([
      { environment: 'staging' },
      { environment: 'production' },
    ]);
  });

  it('keeps to the environments of the link', async () => {
    const only = { environments: ['staging'] };
    const { linksOf } = await startLinks({
      links: [
        { ...logs, ...only },
        { ...chat, ...only, url: 'https://chat.example' },
      ],
      entities: [
        component('payments'),
        component('old', { 'sphera.io/environments': 'production' }),
      ],
    });
    expect(await linksOf('payments')).toMatchObject([
      { id: 'chat' },
      { id: 'logs', environment: 'staging' },
    ]);
    expect(await linksOf('old')).toEqual([]);
  });

  it('leaves out a link for which a service lacks the annotation', async () => {
    const { linksOf } = await startLinks({ links: [chat] });
    expect(await linksOf('payments')).toEqual([]);
  });

  it('says once what is lacking, where a link is required', async () => {
    const { linksOf } = await startLinks({
      links: [{ ...chat, url: `${chat.url}/{region}`, required: true }],
    });
    expect(await linksOf('payments')).toEqual([
      {
        id: 'chat',
        title: 'Slack',
        icon: 'slack',
        tool: 'slack',
        lacks: 'payments has no annotation sphera.io/slack-channel',
      },
    ]);
  });

  it('says where it is lacking, where that is a place', async () => {
    const { linksOf } = await startLinks({
      links: [
        {
          ...chat,
          url: "https://a.example/{environment.annotations['datadoghq.com/env']}",
          required: true,
        },
      ],
    });
    expect(await linksOf('payments')).toMatchObject([
      {
        environment: 'staging',
        lacks: 'staging has no annotation datadoghq.com/env',
      },
      { environment: 'production', url: 'https://a.example/prod' },
    ]);
  });

  it.each([
    [{ service: 'payments' }, ['payments']],
    [{ team: 'money', system: 'checkout' }, ['payments', 'cards']],
    [{ team: ['others', 'group:default/money'] }, ['payments', 'cards']],
    [{ team: 'others' }, []],
    [{ tag: ['go', 'kotlin'] }, ['cards']],
    [{ annotation: ['a.example/x', 'a.example/y'] }, ['payments']],
    [{ annotation: 'a.example/x', service: 'cards' }, ['cards']],
    [{ type: 'website' }, []],
    [{ type: 'microservice', lifecycle: 'production' }, ['payments', 'cards']],
  ])('belongs to those that %j fits', async (filter, services) => {
    const { linksOf } = await startLinks({
      links: [{ id: 'one', title: 'One', url: 'https://a.example', filter }],
      entities: [
        component('payments', { 'a.example/x': '1', 'a.example/y': '' }),
        component('cards', { 'a.example/x': '1' }, { tags: ['go'] }),
      ],
    });
    const having = [];
    for (const service of ['payments', 'cards']) {
      if ((await linksOf(service)).length > 0) having.push(service);
    }
    expect(having).toEqual(services);
  });

  it('has what the catalog itself links to, as far as a browser may open it', async () => {
    const { linksOf } = await startLinks({
      entities: [
        component(
          'payments',
          {},
          {
            links: [
              {
                url: 'https://a.example/runbook',
                title: 'Runbook',
                icon: 'docs',
              },
              // eslint-disable-next-line no-script-url
              { url: 'javascript:alert(1)', title: 'No' },
              { url: 'HTTPS://b.example', icon: 'unheard-of' },
            ],
          },
        ),
      ],
    });
    expect(await linksOf('payments')).toEqual([
      {
        id: 'catalog-0',
        title: 'Runbook',
        icon: 'docs',
        url: 'https://a.example/runbook',
      },
      {
        id: 'catalog-2',
        title: 'b.example',
        icon: 'link',
        url: 'https://b.example/',
      },
    ]);
  });

  it.each([
    ['service=ghost', 'service'],
    ['service=payments&environment=moon', 'environment'],
    ['', 'service'],
  ])('refuses %j with the field', async (query, field) => {
    const { list } = await startLinks();
    const { body } = await list(query).expect(400);
    expect(body.error.details.fields).toMatchObject([{ field }]);
  });
});
