import { read, refusal } from './__testUtils__/read';

const argoCd = (more: object) => ({
  argoCd: [{ url: 'https://argocd.example', token: 't', ...more }],
});
const registry = (more: object) => ({
  registries: [{ host: 'registry.example', ...more }],
});

describe('the rest of the settings of rollbacks', () => {
  it('is good as the refusals begin', () => {
    expect(() => read({ ...argoCd({}), ...registry({}) })).not.toThrow();
  });

  it.each<[object, string]>([
    [{ identity: { name: 'sphera' } }, 'identity.email: is missing'],
    [
      { identity: { name: 'a <b>', email: 'a@b' } },
      'identity.name: must be one line without < and >',
    ],
    [
      { identity: { name: 'a', email: 'nobody' } },
      'identity.email: must be an e-mail address',
    ],
    [
      { signing: { format: 'x509', key: 'k' } },
      'signing.format: must be ssh or openpgp',
    ],
    [{ signing: { format: 'ssh' } }, 'signing.key: is missing'],
    [{ cloneFolder: '' }, 'cloneFolder: must not be empty'],
    [
      { lockAfterwards: 'no' },
      'lockAfterwards: Expected boolean, received string',
    ],
    [{ rollOutLimit: 'soon' }, 'rollOutLimit: must be a length of time'],
    [{ rollOutLimit: 'PT0S' }, 'rollOutLimit: must be at least one second'],
    [
      { pullRequestLimit: 'PT0S' },
      'pullRequestLimit: must be at least one second',
    ],
    [
      { fetchEvery: { milliseconds: 10 } },
      'fetchEvery: must be at least one second',
    ],
    [{ slack: {} }, 'slack.token: is missing'],
    [
      { slack: { token: 't', apiUrl: 'slack' } },
      'slack.apiUrl: must be an address, like https://example.com',
    ],
    [argoCd({ token: undefined }), 'argoCd[0].token: is missing'],
    [argoCd({ url: 'argocd' }), 'argoCd[0].url: must be an address'],
    [
      argoCd({ url: 'https://dana:s3cr3t@argocd.example' }),
      'argoCd[0].url: must not hold credentials',
    ],
    [
      argoCd({ clusters: [] }),
      'argoCd[0].clusters: must name at least one cluster',
    ],
    [
      argoCd({ clusters: ['mars'] }),
      'argoCd[0].clusters[0]: "mars" is not one of sphera.fleet.clusters (s, p)',
    ],
    [
      argoCd({ application: '{name}' }),
      'argoCd[0].application: has no field {name}; it may contain {service}, {environment}, {region}, {cluster}',
    ],
    [
      registry({ host: 'https://images.example' }),
      'registries[0].host: must be a host as images name it',
    ],
    [registry({ url: 'registry' }), 'registries[0].url: must be an address'],
    [
      { registries: [{ host: 'a.example' }, { host: 'a.example' }] },
      'registries[1].host: "a.example" is already the host of registries[0]',
    ],
  ])('%j: %s', (settings, sentence) => {
    expect(refusal(settings)).toContain(sentence);
  });
});
