import { ConfigReader } from '@backstage/config';
import type { Fleet } from '@sphera/plugin-fleet-common';
import { startLinks } from '../__testUtils__/startLinks';
import { fleet } from '../__testUtils__/demo';
import { readLinks } from './readLinks';

const link = { id: 'logs', title: 'Logs', url: 'https://a.example/{service}' };
const read = (links: unknown) =>
  readLinks(
    new ConfigReader({ sphera: { links: links as any } }),
    fleet as Fleet,
  );
const withUrl = (url: string) => [link, { ...link, id: 'b', url }];

describe('sphera.links', () => {
  it('may be absent', () => {
    expect(readLinks(new ConfigReader({}), fleet as Fleet)).toEqual([]);
  });

  it('stops the start of the backend where it is wrong', async () => {
    await expect(
      startLinks({ links: [{ ...link, url: 'logs.example' }] }),
    ).rejects.toThrow('sphera.links[0].url: must begin with https://');
  });

  it.each([
    ['logs.example/{service}', 'must begin with https:// or http://'],
    // eslint-disable-next-line no-script-url
    ['javascript:alert(1)', 'must begin with https:// or http://'],
    ['ftp://a.example', 'must begin with https:// or http://'],
    [' https://a.example', 'must begin with https:// or http://'],
    ['', 'must begin with https:// or http://'],
    [
      'https://{environment}.example/a',
      'must name its host in full: "{environment}.example" cannot have fields, which may only come after it',
    ],
    ['https://a.example:{service}', 'must name its host in full'],
    ['https://me:pass@a.example', 'must not hold credentials'],
    ['https:///a', 'must begin with https:// or http://'],
    ['https://a b.example', 'is not an address'],
    ['https://a.example\\@b.example/', 'must not hold credentials'],
    ['https://a.example/\\b', 'is not an address'],
    ['https://a.example/\tb', 'is not an address'],
    [
      'https://a.example/{serivce}',
      'has no field {serivce}; it may contain {service}, {namespace}',
    ],
    ['https://a.example/{}', 'has no field {}'],
    ['https://a.example/{constructor}', 'has no field {constructor}'],
    ['https://a.example/{annotations[x]}', 'has no field {annotations[x]}'],
    ["https://a.example/{team.annotations['x']}", 'has no field {team.'],
    ['https://a.example/{service', 'has a brace that belongs to no field'],
    ['https://a.example/service}', 'has a brace that belongs to no field'],
    ['https://a.example/{{service}}', 'has a brace that belongs to no field'],
  ])('refuses the url %j, with its key', (url, message) => {
    expect(() => read(withUrl(url))).toThrow(`sphera.links[1].url: ${message}`);
  });

  it('repeats no credentials', () => {
    expect(() => read(withUrl('https://me:pass@a.example'))).toThrow(
      expect.objectContaining({
        message: expect.not.stringContaining('pass@'),
      }),
    );
  });

  it.each([
    [[link, link], '[1].id: "logs" is already the id of sphera.links[0]'],
    [[{ ...link, id: 'Logs' }], '[0].id: must be lower-case words'],
    [[{ ...link, id: 'catalog-1' }], '[0].id: must be another one'],
    [[{ ...link, id: undefined }], '[0].id: is missing'],
    [[{ ...link, title: '' }], '[0].title: must not be empty'],
    [[{ ...link, title: 'a\nb' }], '[0].title: must be one line'],
    [[{ ...link, url: undefined }], '[0].url: is missing'],
    [[{ ...link, icon: 'octopus' }], '[0].icon: must be one of argocd, '],
    [[{ ...link, tool: 'Data Dog' }], '[0].tool: must be lower-case words'],
    [[{ ...link, per: 'team' }], '[0].per: must be one of service, '],
    [
      [{ ...link, per: 'environment', url: 'https://a.example/{region}' }],
      '[0].per: cannot be environment, since the url has a field of each region',
    ],
    [
      [{ ...link, environments: ['staging', 'moon'] }],
      '[0].environments[1]: "moon" is not one of sphera.fleet.environments (staging, production)',
    ],
    [[{ ...link, environments: [] }], '[0].environments: must name at least'],
    [[{ ...link, required: 'yes' }], '[0].required: must be true or false'],
    [[{ ...link, filter: { team: 'a b' } }], '[0].filter.team: "a b" must be'],
    [
      [{ ...link, filter: { kind: 'x' } }],
      "[0].filter: Unrecognized key(s) in object: 'kind'",
    ],
    [[{ ...link, href: 'x' }], "[0]: Unrecognized key(s) in object: 'href'"],
    [{ logs: link }, ': must be a list of links'],
  ])('refuses %j', (links, message) => {
    expect(() => read(links)).toThrow(`sphera.links${message}`);
  });
});
