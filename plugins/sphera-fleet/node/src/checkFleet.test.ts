import { ConfigReader } from '@backstage/config';
import { checkFleet } from './checkFleet';

const fleet = {
  environments: [{ name: 'staging', title: 'Staging' }, { name: 'production' }],
  regions: [{ name: 'eu-central-1', title: 'Frankfurt' }],
  clusters: [
    {
      name: 'staging-eu',
      environment: 'staging',
      region: 'eu-central-1',
      url: 'https://staging-eu.example.com',
    },
  ],
};
const check = (changes: object) =>
  checkFleet(new ConfigReader({ sphera: { fleet: { ...fleet, ...changes } } }));

describe('the fleet in the configuration', () => {
  it('keeps the order and the titles; a title left out is the name', () => {
    expect(check({})).toEqual({
      environments: [
        { name: 'staging', title: 'Staging' },
        { name: 'production', title: 'production' },
      ],
      regions: [{ name: 'eu-central-1', title: 'Frankfurt' }],
      clusters: [
        { name: 'staging-eu', environment: 'staging', region: 'eu-central-1' },
      ],
    });
  });

  it('may have clusters that the portal has no connection to', () => {
    const { url, ...edge } = fleet.clusters[0];
    expect(check({ clusters: [{ ...edge, remote: true }] }).clusters).toEqual([
      { ...edge, remote: true },
    ]);
  });

  it('notes what other tools call a place', () => {
    const annotations = { 'datadoghq.com/env': 'prod' };
    const noted = check({
      environments: [
        fleet.environments[0],
        { name: 'production', annotations },
      ],
      clusters: [{ ...fleet.clusters[0], annotations }],
    });
    expect(noted.environments[1]).toEqual({
      name: 'production',
      title: 'production',
      annotations,
    });
    expect(noted.clusters[0]).toMatchObject({ annotations });
  });

  it('may be absent', () => {
    expect(checkFleet(new ConfigReader({}))).toEqual({
      environments: [],
      regions: [],
      clusters: [],
    });
  });

  it.each([
    [
      'a duplicate cluster',
      { clusters: [fleet.clusters[0], fleet.clusters[0]] },
      'sphera.fleet.clusters[1].name: "staging-eu" is already the name of sphera.fleet.clusters[0]',
    ],
    [
      'a duplicate environment',
      { environments: [...fleet.environments, { name: 'staging' }] },
      'sphera.fleet.environments[2].name: "staging" is already',
    ],
    [
      'an environment nobody defined',
      { clusters: [{ ...fleet.clusters[0], environment: 'prod' }] },
      'sphera.fleet.clusters[0].environment: "prod" is not one of sphera.fleet.environments (staging, production)',
    ],
    [
      'a region nobody defined',
      { clusters: [{ ...fleet.clusters[0], region: 'mars' }] },
      'sphera.fleet.clusters[0].region: "mars" is not one of sphera.fleet.regions (eu-central-1)',
    ],
    [
      'a missing URL',
      { clusters: [{ ...fleet.clusters[0], url: undefined }] },
      'sphera.fleet.clusters[0].url: is missing',
    ],
    [
      'a URL of a cluster without connection',
      { clusters: [{ ...fleet.clusters[0], remote: true }] },
      'sphera.fleet.clusters[0].url: cannot be together with remote: true',
    ],
    [
      'a remote that is no yes or no',
      { clusters: [{ ...fleet.clusters[0], remote: 'yes' }] },
      'sphera.fleet.clusters[0].remote: must be true or false',
    ],
    [
      'a URL that is none',
      { clusters: [{ ...fleet.clusters[0], url: 'staging-eu' }] },
      'sphera.fleet.clusters[0].url: must be the address of its API server',
    ],
    [
      'a name in capitals',
      { environments: [{ name: 'Staging' }], clusters: [] },
      'sphera.fleet.environments[0].name: must be lower-case',
    ],
    [
      'an annotation that is no text',
      { environments: [{ name: 'staging', annotations: { a: 1 } }] },
      'sphera.fleet.environments[0].annotations.a: Expected string',
    ],
    [
      'a key it does not know',
      { cluster: [] },
      "sphera.fleet: Unrecognized key(s) in object: 'cluster'",
    ],
  ])('stops the start for %s, naming the key', (_what, changes, message) => {
    expect(() => check(changes)).toThrow(message);
  });
});
