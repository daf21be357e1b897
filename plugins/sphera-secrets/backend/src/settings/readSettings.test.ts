import { ConfigReader } from '@backstage/config';
import { readSettings } from './readSettings';

const fleet = {
  environments: [
    { name: 'staging', title: 'Staging' },
    { name: 'production', title: 'Production' },
  ],
  regions: [
    { name: 'eu-central-1', title: 'Frankfurt' },
    { name: 'us-east-1', title: 'Virginia' },
  ],
  clusters: [
    { name: 'p', environment: 'production', region: 'us-east-1' },
    { name: 'q', environment: 'production', region: 'us-east-1' },
  ],
};
const key = { id: 'one', secret: 'k'.repeat(32) };
const read = (secrets: object) =>
  readSettings(new ConfigReader({ sphera: { secrets } }), fleet);
const places = [{ environment: 'production' }];

describe('the settings of secrets', () => {
  it('may be absent: nothing is kept then', () => {
    expect(readSettings(new ConfigReader({}), fleet).places).toEqual([]);
  });

  it('take the regions of an environment from its clusters', () => {
    const settings = read({ places, fingerprintKeys: [key] });
    expect(settings.places).toEqual([
      { environment: 'production', region: 'us-east-1' },
    ]);
    expect(settings.sweepEvery).toBe(300_000);
  });

  it('list places in the order of the fleet', () => {
    const regions = ['us-east-1', 'eu-central-1'];
    const settings = read({
      places: [
        { environment: 'production', account: '222222222222', regions },
        { environment: 'staging', account: '111111111111', regions },
      ],
      fingerprintKeys: [key],
    });
    expect(
      settings.places.map(one => `${one.environment} ${one.region}`),
    ).toEqual([
      'staging eu-central-1',
      'staging us-east-1',
      'production eu-central-1',
      'production us-east-1',
    ]);
  });

  const standard = (more: object) => ({
    places,
    fingerprintKeys: [key],
    standard: more,
  });
  it.each([
    [{ places }, 'fingerprintKeys: is missing'],
    [
      { places, fingerprintKeys: [{ id: 'a', secret: 'short' }] },
      'fingerprintKeys[0].secret: is too short',
    ],
    [
      { places, fingerprintKeys: [key, key] },
      'fingerprintKeys[1].id: "one" is the id of an earlier key',
    ],
    [
      { places: [{ environment: 'prod' }], fingerprintKeys: [key] },
      'places[0].environment: "prod" is not one of sphera.fleet.environments',
    ],
    [
      {
        places: [{ environment: 'production', regions: ['mars'] }],
        fingerprintKeys: [key],
      },
      'places[0].regions[0]: "mars" is not one of sphera.fleet.regions',
    ],
    [
      { places: [{ environment: 'staging' }], fingerprintKeys: [key] },
      'places[0].regions: is missing',
    ],
    [
      { places: [...places, ...places], fingerprintKeys: [key] },
      'places[1].environment: "production" is already named',
    ],
    [standard({ name: '{service}' }), 'must contain {name}'],
    [standard({ name: '{service}-{name}' }), 'one of / + = @'],
    [standard({ name: '{team}/{service}/{name}' }), 'has no field {team}'],
    [standard({ tags: { 'aws:x': 'y' } }), 'standard.tags.aws:x: must not'],
    [
      standard({ tags: { x: '{description}' } }),
      'standard.tags.x: has no field {description}',
    ],
    [standard({ tags: { x: '{who}' } }), 'standard.tags.x: has no field {who}'],
    [standard({ recoveryDays: 3 }), 'recoveryDays: must be a whole number'],
    [standard({ longestValue: 65_537 }), 'longestValue: must be at most 65536'],
    [
      standard({ names: { pattern: '(', example: 'a', sentence: 's' } }),
      'names.pattern: must be a regular expression',
    ],
    [
      standard({ names: { pattern: '[0-9]+', example: 'a', sentence: 's' } }),
      'names.example: is not as its own pattern says',
    ],
    [{ sweepEvery: 'PT1S' }, 'sweepEvery: must be at least five seconds'],
    [{ limits: { ListSecrets: 0 } }, 'limits.ListSecrets: must be more than 0'],
  ])('%j stop the start and name the key', (secrets, message) => {
    expect(() => read(secrets)).toThrow(message);
    expect(() => read(secrets)).toThrow(/^The settings of secrets are wrong/);
  });

  it('stop the start where two environments would share names', () => {
    const regions = ['us-east-1'];
    const shared = {
      places: [
        { environment: 'staging', regions },
        { environment: 'production', regions },
      ],
      fingerprintKeys: [key],
      standard: { name: '{service}/{name}' },
    };
    expect(() => read(shared)).toThrow('must contain {environment}');
  });
});
