import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readSettings } from './readSettings';

const fleet = {
  environments: ['staging', 'preprod', 'production', 'sandbox'].map(name => ({
    name,
    title: name,
  })),
  regions: [],
  clusters: [],
};
const integrations = {
  github: [
    { host: 'github.com' },
    {
      host: 'github.kestrel.example',
      apiBaseUrl: 'https://github.kestrel.example/api/v3',
      token: 'token-of-a-test-Kq8w',
    },
  ],
};
const read = (creation?: object, merges?: object) =>
  readSettings(
    new ConfigReader({
      integrations,
      ...(creation && { sphera: { creation, ...(merges && { merges }) } }),
    } as unknown as JsonObject),
    fleet,
  );
const GITHUB = { organization: 'kestrel' };
const REPOSITORY = {
  name: 'deployments',
  url: 'https://github.kestrel.example/kestrel/deployments.git',
};

describe('the settings of creation', () => {
  it('may be absent: nothing can be created then', () => {
    expect(read()).toEqual({ reserved: [] });
  });

  it('know where GitHub and a GitHub of the company answer and where people look', () => {
    expect(read({ github: GITHUB }).github).toMatchObject({
      host: 'github.com',
      origin: 'https://github.com',
      apiBaseUrl: 'https://api.github.com',
    });
    const own = { ...GITHUB, host: 'github.kestrel.example' };
    expect(read({ github: own }).github).toMatchObject({
      origin: 'https://github.kestrel.example',
      apiBaseUrl: 'https://github.kestrel.example/api/v3',
    });
  });

  const checksWith = (merges?: object, requiredChecks: string[] = ['build']) =>
    read({ github: { ...GITHUB, requiredChecks } }, merges).github
      ?.requiredChecks;

  it('require the check that freezes merges, once', () => {
    const both = ['build', 'sphera/merge-freeze'];
    expect(checksWith({})).toEqual(both);
    expect(checksWith({}, both)).toEqual(both);
    expect(checksWith({ context: 'freeze' })).toEqual(['build', 'freeze']);
  });

  it.each([
    ['merges are not set up', undefined],
    ['a ruleset freezes them', { strategy: 'ruleset' }],
    ['they are frozen on another host', { host: 'github.kestrel.example' }],
  ])('do not require a check that nobody sets: %s', (_why, merges) => {
    expect(checksWith(merges)).toEqual(['build']);
  });

  it('name the registry of the account and the region', () => {
    const images = { account: '111111111111', region: 'eu-central-1' };
    expect(read({ images }).images).toMatchObject({
      registry: '111111111111.dkr.ecr.eu-central-1.amazonaws.com',
      prefix: '',
      keep: 100,
    });
  });

  it('let a new service run at once wherever it is not called like production', () => {
    const manifests = { repository: REPOSITORY };
    expect(read({ manifests }).manifests).toMatchObject({
      firstEnvironments: ['staging', 'sandbox'],
      path: 'services/{service}/{environment}/{region}.yaml',
      links: {
        commitUrl:
          'https://github.kestrel.example/kestrel/deployments/commit/{hash}',
      },
    });
  });

  it.each([
    [{ github: {} }, 'sphera.creation.github.organization: is missing'],
    [
      { github: { ...GITHUB, host: 'elsewhere.example' } },
      'sphera.creation.github.host: "elsewhere.example" has no entry in integrations.github (github.com, github.kestrel.example)',
    ],
    [
      { images: { account: '1', region: 'eu-central-1' } },
      "sphera.creation.images.account: must be twelve digits in quotes, like '111111111111'",
    ],
    [
      {
        images: {
          account: '111111111111',
          region: 'eu-central-1',
          prefix: 'x',
        },
      },
      'sphera.creation.images.prefix: must be empty or end with a slash, like services/',
    ],
    [
      { codefresh: { token: 'canary-9f3k' } },
      'sphera.creation.codefresh: needs sphera.creation.github: a pipeline builds a repository',
    ],
    [
      {
        manifests: { repository: REPOSITORY, path: 'services/{service}.yaml' },
      },
      'sphera.creation.manifests.path: must contain {environment}, so that each file has a place of its own',
    ],
    [
      {
        manifests: {
          repository: REPOSITORY,
          path: '../{service}/{environment}/{region}.yaml',
        },
      },
      'sphera.creation.manifests.path: must be the path of a YAML file in the repository',
    ],
    [
      {
        manifests: {
          repository: REPOSITORY,
          path: '{environment}/{service}/{region}.yaml',
        },
      },
      'sphera.creation.manifests.path: must end with /{environment}/{region}.yaml, where pipelines put the files of a service',
    ],
    [
      { manifests: { repository: REPOSITORY, namespace: '{team}' } },
      'sphera.creation.manifests.namespace: has no field {team}; it may contain {service}, {system}, {owner}, {environment}',
    ],
    [
      { manifests: { repository: REPOSITORY, firstEnvironments: ['test'] } },
      'sphera.creation.manifests.firstEnvironments[0]: "test" is not one of sphera.fleet.environments',
    ],
    [
      {
        manifests: {
          repository: {
            ...REPOSITORY,
            url: 'https://a:canary-9f3k@b.example/c',
          },
        },
      },
      'sphera.creation.manifests.repository.url: must not hold credentials; they belong under credentials',
    ],
    [{ anything: 1 }, "Unrecognized key(s) in object: 'anything'"],
  ])('are refused at start: %j', (creation, sentence) => {
    const refused = () => read(creation);
    expect(refused).toThrow(sentence);
    expect(refused).not.toThrow('canary-9f3k');
  });
});
