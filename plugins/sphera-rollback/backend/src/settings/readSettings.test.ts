import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { read, readAll } from './__testUtils__/read';

const github = [
  { host: 'github.com', token: 'a-token' },
  { host: 'git.kestrel.example:8443', token: 'b-token' },
  {
    host: '127.0.0.1:7008',
    apiBaseUrl: 'http://127.0.0.1:7008/api/v3',
    token: 'c-token',
  },
];
const repository = (url: string, integrations: object = { github }) =>
  readAll({
    integrations,
    sphera: { rollback: { repositories: [{ name: 'gitops', url }] } },
  }).repositories[0];

describe('the settings of rollbacks', () => {
  it('may be absent: nothing can be rolled back then', () => {
    expect(readAll({})).toEqual({
      repositories: [],
      keys: {
        repositories: 'sphera.rollback.repositories',
        signing: 'sphera.rollback.signing',
        cloneFolder: 'sphera.rollback.cloneFolder',
      },
      layouts: [],
      identity: { name: 'sphera', email: 'sphera@localhost' },
      cloneFolder: join(tmpdir(), 'sphera-rollback-localhost'),
      lockAfterwards: true,
      rollOutLimit: 600_000,
      pullRequestLimit: 1_800_000,
      ranWellAfter: 86_400_000,
      fetchEvery: 10_000,
      argoCd: [],
      registries: [],
    });
  });

  it('keep the clones of portals on one machine apart', () => {
    const backend = { baseUrl: 'https://portal.kestrel.example:7007/x' };
    expect(readAll({ backend }).cloneFolder).toBe(
      join(tmpdir(), 'sphera-rollback-portal-kestrel-example-7007-x'),
    );
    expect(isAbsolute(read({ cloneFolder: './clones' }).cloneFolder)).toBe(
      true,
    );
  });

  it('take services, teams and systems by name or by ref, one or several', () => {
    const layout = {
      service: 'payments',
      team: ['Booking', 'group:ops/sre'],
      system: 'system:checkout',
      environment: 'production',
      repository: 'gitops',
      kind: 'helm',
      file: 'values.yaml',
    };
    const { layouts } = read({
      repositories: [{ name: 'gitops', url: 'file:///srv/gitops.git' }],
      layouts: [layout],
    });
    expect(layouts).toEqual([
      {
        services: ['component:default/payments'],
        teams: ['group:default/booking', 'group:ops/sre'],
        systems: ['system:default/checkout'],
        environments: ['production'],
        repository: 'gitops',
        kind: 'helm',
        file: 'values.yaml',
      },
    ]);
  });
});

describe('a repository', () => {
  it('on GitHub has its coordinates, links and token from the integrations', () => {
    expect(repository('https://github.com/kestrel/gitops.git')).toEqual({
      name: 'gitops',
      url: 'https://github.com/kestrel/gitops.git',
      branch: 'main',
      way: 'either',
      credentials: { username: 'x-access-token', password: 'a-token' },
      gitHub: {
        host: 'github.com',
        apiBaseUrl: 'https://api.github.com',
        owner: 'kestrel',
        repo: 'gitops',
      },
      commitUrl: 'https://github.com/kestrel/gitops/commit/{hash}',
      fileUrl: 'https://github.com/kestrel/gitops/blob/{branch}/{path}',
      pullRequestUrl: 'https://github.com/kestrel/gitops/pull/{number}',
    });
  });

  it.each([
    [
      'http://127.0.0.1:7008/kestrel/gitops',
      'http://127.0.0.1:7008/api/v3',
      'c-token',
      'http://127.0.0.1:7008',
    ],
    [
      'https://git.kestrel.example:8443/kestrel/gitops.git',
      'https://git.kestrel.example:8443/api/v3',
      'b-token',
      'https://git.kestrel.example:8443',
    ],
    [
      'git@github.com:kestrel/gitops.git',
      'https://api.github.com',
      'a-token',
      'https://github.com',
    ],
    [
      'ssh://git@github.com:22/kestrel/gitops.git/',
      'https://api.github.com',
      'a-token',
      'https://github.com',
    ],
  ])('at %s is on GitHub as well', (url, apiBaseUrl, password, origin) => {
    expect(repository(url)).toMatchObject({
      way: 'either',
      credentials: { password },
      gitHub: { apiBaseUrl, owner: 'kestrel', repo: 'gitops' },
      commitUrl: `${origin}/kestrel/gitops/commit/{hash}`,
    });
  });

  it.each([
    [
      'gitlab',
      [{ host: 'gitlab.com', token: 't' }],
      'https://gitlab.com/kestrel/platform/gitops.git',
      'https://gitlab.com/kestrel/platform/gitops/-/blob/{branch}/{path}',
      { username: 'oauth2', password: 't' },
    ],
    [
      'bitbucketCloud',
      [{ username: 'u', appPassword: 'p' }],
      'https://bitbucket.org/kestrel/gitops.git',
      'https://bitbucket.org/kestrel/gitops/src/{branch}/{path}',
      undefined,
    ],
    [
      'bitbucketServer',
      [{ host: 'bb.example', apiBaseUrl: 'https://bb.example/rest/api/1.0' }],
      'https://bb.example/scm/kes/gitops.git',
      'https://bb.example/projects/kes/repos/gitops/browse/{path}?at={branch}',
      undefined,
    ],
  ])(
    'on %s has links, and is pushed to',
    (type, integration, url, fileUrl, credentials) => {
      const found = repository(url, { [type]: integration });
      expect(found).toMatchObject({ fileUrl, way: 'push' });
      expect(found.gitHub).toBeUndefined();
      expect(found.credentials).toEqual(credentials);
    },
  );

  it.each(['file:///srv/git/gitops.git', 'https://git.example/kestrel/gitops'])(
    'at %s, which no integration knows, has neither links nor a token',
    url => {
      expect(repository(url)).toEqual({
        name: 'gitops',
        url,
        branch: 'main',
        way: 'push',
      });
    },
  );

  it('has what its own keys say, before what the integrations say', () => {
    const own = {
      name: 'gitops',
      url: 'https://github.com/kestrel/gitops.git',
      branch: 'release/live-1.x',
      way: 'pull-request',
      credentials: { username: 'dana', password: 'secret' },
      commitUrl: 'https://git.example/c/{hash}',
      fileUrl: 'https://git.example/f/{path}',
      pullRequestUrl: 'https://git.example/p/{number}',
    };
    const settings = readAll({
      integrations: { github },
      sphera: { rollback: { repositories: [own] } },
    });
    expect(settings.repositories[0]).toMatchObject(own);
  });
});
