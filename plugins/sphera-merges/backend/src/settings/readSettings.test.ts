import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readSettings } from './readSettings';

const read = (merges?: JsonObject, more: JsonObject = {}) =>
  readSettings(
    new ConfigReader({
      app: { baseUrl: 'https://portal.example/' },
      backend: { baseUrl: 'https://portal.example' },
      integrations: {
        github: [
          {
            host: 'github.example',
            apiBaseUrl: 'https://github.example/api/v3',
          },
        ],
      },
      sphera: merges ? { merges } : {},
      ...more,
    }),
  );

describe('the settings of merges', () => {
  it('are absent where nothing is written', () => {
    expect(read()).toBeUndefined();
  });

  it('have defaults for everything', () => {
    expect(read({})).toMatchObject({
      host: 'github.com',
      origin: 'https://github.com',
      strategy: 'check',
      context: 'sphera/merge-freeze',
      require: true,
      reconcileEvery: 300_000,
    });
  });

  it('say where GitHub tells the portal, once something signs that', () => {
    expect(read({})?.webhook).toBeUndefined();
    const events = { modules: { github: { webhookSecret: 'of a test' } } };
    expect(read({}, { events })?.webhook).toEqual({
      url: 'https://portal.example/api/events/http/github',
      secret: 'of a test',
    });
    expect(read({ webhook: false }, { events })?.webhook).toBeUndefined();
    const webhook = { url: 'https://hooks.example/' };
    expect(read({ webhook }, { events })?.webhook?.url).toBe(
      'https://hooks.example/api/events/http/github',
    );
  });

  it('leave GitOps repositories of the host out, unless somebody has named them', () => {
    const urls = [
      'https://github.example/kestrel-parcels/Deployments.git',
      'https://github.com/kestrel-parcels/elsewhere',
    ];
    const rollback = {
      repositories: urls.map((url, nth) => ({ name: `of-${nth}`, url })),
    };
    const url = 'git@github.example:kestrel-parcels/manifests.git';
    const creation = { manifests: { repository: { name: 'manifests', url } } };
    const exceptOf = (merges: JsonObject) =>
      read(undefined, {
        sphera: {
          merges: { host: 'github.example', ...merges },
          rollback,
          creation,
        },
      })?.except;
    expect(exceptOf({ except: ['kestrel-parcels/Site'] })).toEqual([
      'kestrel-parcels/site',
      'kestrel-parcels/deployments',
      'kestrel-parcels/manifests',
    ]);
    expect(exceptOf({ repositories: ['Kestrel-Parcels/deployments'] })).toEqual(
      ['kestrel-parcels/manifests'],
    );
  });

  it.each<[string, JsonObject, string]>([
    [
      'a strategy',
      { strategy: 'hope' },
      'sphera.merges.strategy: must be check or ruleset',
    ],
    [
      'a host',
      { host: 'git.example' },
      'sphera.merges.host: must be a host of integrations.github, which has github.example, github.com',
    ],
    [
      'a repository',
      { repositories: ['quotes'] },
      'sphera.merges.repositories[0]: must be a repository, like kestrel-parcels/site',
    ],
    [
      'an exemption',
      { exemption: { label: 'merge-anyway', people: [] } },
      'sphera.merges.exemption.people: must name somebody whose label counts, or exemption be left out',
    ],
    [
      'a context',
      { context: 'sphera/frozen' },
      'sphera.merges.context: must not be sphera/frozen, which nothing sets on purpose',
    ],
  ])('are refused for %s that is wrong', (_, merges, sentence) => {
    expect(() => read(merges)).toThrow(
      `The settings of merges are wrong: ${sentence}`,
    );
  });
});
