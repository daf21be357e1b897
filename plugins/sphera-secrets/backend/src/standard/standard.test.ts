import { ConfigReader } from '@backstage/config';
import type { Fleet } from '@sphera/plugin-fleet-common';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { SecretListing } from '../adapters/SecretsClient';
import { readSettings } from '../settings/readSettings';
import { answerStandard } from './answerStandard';

const fleet: Fleet = {
  environments: [
    { name: 'staging', title: 'Staging' },
    { name: 'production', title: 'Production' },
  ],
  regions: [
    { name: 'eu-central-1', title: 'Frankfurt' },
    { name: 'us-east-1', title: 'Virginia' },
  ],
  clusters: [],
};
const regions = ['eu-central-1', 'us-east-1'];
const settingsWith = (standard: object = {}) =>
  readSettings(
    new ConfigReader({
      sphera: {
        secrets: {
          places: [
            { environment: 'staging', account: '111111111111', regions },
            { environment: 'production', account: '222222222222', regions },
          ],
          fingerprintKeys: [{ id: 'one', secret: 'k'.repeat(32) }],
          standard,
        },
      },
    }),
    fleet,
  );

const quotes: ServiceEntry = {
  ref: 'component:default/quotes',
  name: 'quotes',
  title: 'Quotes',
  owners: ['group:default/booking'],
  type: 'microservice',
  system: 'system:default/booking',
  environments: [],
  annotations: {},
};
const place = { environment: 'staging', region: 'eu-central-1' };

const listed = (more: Partial<SecretListing> = {}): SecretListing => ({
  fullName: 'staging/quotes/database-password',
  arn: 'arn:aws:secretsmanager:eu-central-1:111111111111:secret:x',
  tags: {
    service: 'quotes',
    environment: 'staging',
    owner: 'booking',
    'managed-by': 'sphera',
  },
  stages: {},
  ...more,
});

describe('the shape of a secret', () => {
  it('follows name, tags, key and description of the standard', () => {
    const { standard } = settingsWith({
      kmsKey: 'alias/{environment}-secrets',
    });
    expect(
      standard.shapeOf(quotes, place, 'database-password', {
        rotateBy: Date.UTC(2027, 0, 1),
        differsByRegion: true,
      }),
    ).toEqual({
      fullName: 'staging/quotes/database-password',
      description: 'database-password of quotes in staging',
      kmsKey: 'alias/staging-secrets',
      tags: {
        service: 'quotes',
        environment: 'staging',
        owner: 'booking',
        'managed-by': 'sphera',
        'sphera:rotate-by': '2027-01-01T00:00:00.000Z',
        'sphera:differs-by-region': 'yes',
      },
    });
  });

  it('has tags that AWS takes, whatever the catalog says', () => {
    const { standard } = settingsWith({ tags: { why: '{service} <{owner}>' } });
    const { tags } = standard.shapeOf(quotes, place, 'x', {});
    expect(tags).toEqual({ why: 'quotes -booking-' });
  });

  it('reads the rotation date and what differs by region back from the tags', () => {
    const { standard } = settingsWith();
    const about = { rotateBy: Date.UTC(2027, 0, 1), differsByRegion: true };
    const { tags, description } = standard.shapeOf(quotes, place, 'x', {
      ...about,
      description: 'For the ledger',
    });
    expect(standard.aboutOf({ tags, description })).toEqual({
      ...about,
      description: 'For the ledger',
    });
  });

  it('is shown before anything is done, place by place', () => {
    const answer = answerStandard(settingsWith(), quotes);
    expect(answer.places.map(({ fullName }) => fullName)).toEqual([
      'staging/quotes/{name}',
      'staging/quotes/{name}',
      'production/quotes/{name}',
      'production/quotes/{name}',
    ]);
    expect(answer.names.example).toBe('database-password');
  });

  it('is shown with the name still open, also in the tags', () => {
    const named = settingsWith({ tags: { for: '{name} (of {service})' } });
    const [{ tags }] = answerStandard(named, quotes).places;
    expect(tags).toEqual([{ key: 'for', value: '{name} -of quotes-' }]);
  });
});

describe('whose a secret is', () => {
  const { standard } = settingsWith();

  it.each(['database-password', 'a', 'with/slash', 'odd_+=.@-name', 'UPPER'])(
    'is read back from the full name of %s',
    name => {
      const { fullName } = standard.shapeOf(quotes, place, name, {});
      expect(standard.claimOf(place, { fullName, tags: {} })).toEqual({
        serviceName: 'quotes',
        name,
        isStandardName: true,
      });
    },
  );

  it('is decided by the full name, even where a tag says otherwise', () => {
    const tags = { service: 'ledger' };
    const fullName = 'staging/quotes/key';
    expect(standard.claimOf(place, { fullName, tags }).serviceName).toBe(
      'quotes',
    );
  });

  it('is decided by the tag where the name is not to the standard', () => {
    const tags = { service: 'Quotes' };
    expect(standard.claimOf(place, { fullName: 'quotes-key', tags })).toEqual({
      serviceName: 'quotes',
      name: 'quotes-key',
      isStandardName: false,
    });
  });

  it('is nobody where a name belongs to another environment and no tag helps', () => {
    const fullName = 'production/quotes/key';
    expect(standard.claimOf(place, { fullName, tags: {} })).toEqual({
      serviceName: undefined,
      name: fullName,
      isStandardName: false,
    });
  });
});

describe('what is not to the standard', () => {
  const { standard } = settingsWith({ kmsKey: 'alias/secrets' });
  const problems = (more: Partial<SecretListing>) =>
    standard.problemsOf(
      quotes,
      place,
      listed({ kmsKey: 'alias/secrets', ...more }),
    );

  it('is nothing where all is right', () => {
    expect(problems({})).toEqual([]);
    const kmsKey = 'arn:aws:kms:eu-central-1:111111111111:alias/secrets';
    expect(problems({ kmsKey })).toEqual([]);
  });

  it('is said tag by tag', () => {
    const tags = { ...listed().tags, owner: 'payments' };
    expect(problems({ tags })).toEqual([
      'Its tag owner is payments; it should be booking.',
    ]);
    expect(problems({ tags: {} })).toHaveLength(4);
  });

  it('is said of the key and of the name', () => {
    expect(problems({ kmsKey: 'alias/other' })).toEqual([
      'It is encrypted with alias/other; it should be alias/secrets.',
    ]);
    expect(problems({ kmsKey: undefined })).toEqual([
      'It is encrypted with the key of AWS itself; it should be alias/secrets.',
    ]);
    expect(problems({ fullName: 'quotes-key' })).toEqual([
      'Its name is quotes-key; to the standard it would begin as staging/quotes/… does.',
    ]);
  });

  it('is no key id, which cannot be told from an alias', () => {
    const id = '1234abcd-12ab-34cd-56ef-1234567890ab';
    expect(problems({ kmsKey: id })).toEqual([]);
  });
});

describe('a new name', () => {
  const { standard } = settingsWith();

  it.each(['database-password', 'a', 'key2'])('may be %s', name => {
    expect(standard.nameProblem(name)).toBeUndefined();
  });

  it.each(['Database', 'a b', 'ä', '-a', 'a/b', '', 'a{name}', '../x'])(
    'may not be "%s"',
    name => {
      expect(standard.nameProblem(name)).toBe(
        'must be lower-case words and numbers joined by hyphens, like database-password',
      );
    },
  );

  it('may not be endless', () => {
    expect(standard.nameProblem('a'.repeat(257))).toMatch(/^is too long/);
  });
});

describe('a value', () => {
  const { standard } = settingsWith({
    forbidden: [
      { pattern: '-----BEGIN [A-Z ]*PRIVATE KEY', because: 'a private key' },
    ],
  });
  const problem = (content: string, encoding: 'text' | 'binary' = 'text') =>
    standard.valueProblem({ content, encoding });

  it('may have 65,536 bytes and not one more', () => {
    expect(problem('x'.repeat(65_536))).toBeUndefined();
    expect(problem('x'.repeat(65_537))).toBe(
      'is too long: it has 65,537 bytes, and at most 65,536 are allowed',
    );
    expect(problem('ä'.repeat(32_769))).toMatch(/65,538 bytes/);
    const bytes = Buffer.alloc(65_537).toString('base64');
    expect(problem(bytes, 'binary')).toMatch(/65,537 bytes/);
  });

  it('may not be empty', () => {
    expect(problem('')).toBe('must not be empty');
  });

  it('may not be what is forbidden, and is not quoted', () => {
    const text = 'x\n-----BEGIN RSA PRIVATE KEY-----\nhunter2';
    expect(problem(text)).toBe('must not be a private key');
  });
});
