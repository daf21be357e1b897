import { refusal } from './__testUtils__/read';

const gitops = { name: 'gitops', url: 'https://github.com/kestrel/gitops.git' };
const elsewhere = { name: 'gitops', url: 'https://git.example/gitops.git' };
const repository = (more: object) => ({
  repositories: [{ ...gitops, ...more }],
});

describe('repositories in the settings of rollbacks', () => {
  it.each<[object, string]>([
    [{ repos: [] }, "sphera.rollback: Unrecognized key(s) in object: 'repos'"],
    [
      { repositories: [{ url: gitops.url }] },
      'repositories[0].name: is missing',
    ],
    [
      repository({ name: '../x' }),
      'repositories[0].name: must be letters, digits',
    ],
    [
      repository({ url: undefined }),
      'repositories[0].url: is missing: what git clones',
    ],
    [
      repository({ url: 'kestrel/gitops' }),
      'repositories[0].url: must be what git clones, like https://github.com/kestrel/gitops.git',
    ],
    [
      repository({ url: 'ext::sh -c id' }),
      'repositories[0].url: must be what git clones',
    ],
    [
      repository({ url: '--upload-pack=id' }),
      'repositories[0].url: must be what git clones',
    ],
    [
      repository({ url: 'https://github.com/' }),
      'repositories[0].url: must be what git clones',
    ],
    [
      repository({ url: 'https://dana:s3cr3t@github.com/a/b.git' }),
      'repositories[0].url: must not hold credentials; they belong under credentials',
    ],
    [
      repository({ url: 'https://s3cr3t@github.com/a/b.git' }),
      'repositories[0].url: must not hold credentials',
    ],
    [
      repository({ url: 'ssh://git:s3cr3t@github.com/a/b.git' }),
      'repositories[0].url: must not hold credentials',
    ],
    [
      repository({ branch: '-x' }),
      'repositories[0].branch: must be the name of a branch, like main',
    ],
    [
      repository({ branch: 'a..b' }),
      'repositories[0].branch: must be the name of a branch',
    ],
    [
      repository({ way: 'force' }),
      'repositories[0].way: must be one of push, pull-request, either',
    ],
    [
      { repositories: [{ ...elsewhere, way: 'pull-request' }] },
      'repositories[0].way: "pull-request" needs a repository on a host of integrations.github',
    ],
    [
      { repositories: [{ ...elsewhere, way: 'either' }] },
      'repositories[0].way: "either" needs',
    ],
    [
      repository({ credentials: { username: 'x' } }),
      'repositories[0].credentials.password: is missing',
    ],
    [
      repository({ commitUrl: 'https://x.example/' }),
      'repositories[0].commitUrl: must contain {hash}',
    ],
    [
      repository({ commitUrl: 'https://x.example/{hash}/{what}' }),
      'repositories[0].commitUrl: has no field {what}; it may contain {hash}',
    ],
    [
      repository({ fileUrl: 'x/{path}' }),
      'repositories[0].fileUrl: must be an address',
    ],
    [
      { repositories: [gitops, { ...gitops, name: 'GitOps' }] },
      'repositories[1].name: "gitops" is already the name of repositories[0]',
    ],
  ])('%j: %s', (settings, sentence) => {
    expect(refusal(settings)).toContain(sentence);
  });

  it('are refused without a word of the credentials in them', () => {
    const url = 'https://dana:s3cr3t@github.com/a/b.git';
    expect(refusal(repository({ url }))).toMatch(
      /^The settings of rollbacks are wrong: (?!.*s3cr3t)/s,
    );
  });
});
