import {
  DAY,
  NOW,
  PAYMENTS,
  recordOf,
  STANDARD,
  type Told,
  WORDS,
} from '../../__testUtils__/records';
import type { SecretRecord } from '../../records/SecretRecord';
import { planAdoption } from './planAdoption';
import { planCopy } from './planCopy';

const FRANKFURT = { environment: 'production', region: 'eu-central-1' };
const VIRGINIA = { environment: 'production', region: 'us-east-1' };

describe('the plan of a copy', () => {
  const stepsFor = (records: SecretRecord[], names = ['token']) =>
    planCopy(
      { names, from: FRANKFURT, to: [VIRGINIA] },
      { service: PAYMENTS, records, standard: STANDARD, words: WORDS },
    ).flatMap(({ steps }) =>
      steps.map(({ would, sentence }) => [would, sentence]),
    );
  const from = (told?: Told) => recordOf('Frankfurt', told);
  const to = (told?: Told) => recordOf('Virginia', told);

  it.each<[string, SecretRecord[], string, string]>([
    [
      'creates it where it is missing',
      [from()],
      'create',
      'It is created as production/payments/token.',
    ],
    [
      'replaces another value, and says how old that is',
      [from(), to({ holds: 'red', changedAgo: 3 })],
      'replace',
      'Its value, which was set or changed 3 days ago, is replaced.',
    ],
    [
      'replaces a value that cannot be compared',
      [from(), to({ fingerprint: undefined })],
      'replace',
      'Its value, which was set or changed 10 days ago, is replaced.',
    ],
    [
      'warns where each region is meant to have a value of its own',
      [
        from(),
        to({ holds: 'red', tags: { 'sphera:differs-by-region': 'yes' } }),
      ],
      'replace',
      'Its value, which was set or changed 10 days ago, is replaced. It is meant to have a value of its own in each region.',
    ],
    [
      'does nothing where the value is the same',
      [from(), to()],
      'nothing',
      'It has this value already.',
    ],
    [
      'refuses what is not there',
      [to()],
      'refuse',
      'production/eu-central-1 has no secret token.',
    ],
    [
      'refuses what is deleted',
      [from({ deletedAt: NOW + 5 * DAY }), to()],
      'refuse',
      'production/eu-central-1: It is deleted and can be restored until 29 November 2026. Restore it before.',
    ],
    [
      'refuses to write where it is deleted',
      [from(), to({ deletedAt: NOW + 5 * DAY })],
      'refuse',
      'It is deleted and can be restored until 29 November 2026. Restore it before.',
    ],
    [
      'refuses what has no value yet',
      [from({ versionId: undefined })],
      'refuse',
      'token has no value in production/eu-central-1 yet.',
    ],
  ])('%s', (_name, records, would, sentence) => {
    expect(stepsFor(records)).toEqual([[would, sentence]]);
  });

  it('does not spread a name that is not to the standard', () => {
    const record = from({ name: 'legacy', fullName: 'legacy' });
    expect(stepsFor([record], ['legacy'])).toEqual([
      ['refuse', 'legacy is not to the standard: adopt it before.'],
    ]);
  });

  it('takes each name once', () => {
    expect(stepsFor([from()], ['token', 'token'])).toHaveLength(1);
  });
});

describe('the plan of an adoption', () => {
  const planFor = (records: SecretRecord[], fullName: string, name?: string) =>
    planAdoption(
      { place: FRANKFURT, fullName, name },
      {
        service: PAYMENTS,
        memory: {
          find: (_, wanted) => records.find(one => one.fullName === wanted),
        },
        standard: STANDARD,
        isService: one => one === 'ledger',
        words: WORDS,
      },
    );
  const secret = (fullName: string, told: Told = {}) =>
    recordOf('Frankfurt', { name: fullName, fullName, ...told });

  it('names each tag that is set, and keeps its name', () => {
    const record = recordOf('Frankfurt', {
      tags: { owner: 'booking', x: 'y' },
    });
    const plan = planFor([record], record.fullName);
    expect(plan).toMatchObject({ name: 'token', isRenamed: false });
    expect(plan.steps).toEqual([
      'It gets the tag service: payments.',
      'Its tag owner becomes checkout; it is booking.',
    ]);
  });

  it('mends its key', () => {
    const record = recordOf('Frankfurt', { kmsKey: 'alias/other' });
    expect(planFor([record], record.fullName).steps).toEqual([
      'It is encrypted with the key alias/kestrel-production.',
    ]);
  });

  it('copies it under the right name, and says who must hear of it', () => {
    const plan = planFor([secret('legacy/payments-db')], 'legacy/payments-db');
    expect(plan).toMatchObject({
      name: 'legacy-db',
      isRenamed: true,
      shape: { fullName: 'production/payments/legacy-db' },
    });
    expect(plan.problem).toBeUndefined();
    expect(plan.steps).toEqual([
      'Its value is copied to a new secret, production/payments/legacy-db, with the tags of the standard and the key alias/kestrel-production.',
      'Whatever reads legacy/payments-db has to be told the new name.',
      'legacy/payments-db stays, or is deleted: then it can be restored for 30 days.',
    ]);
  });

  it('keeps the rotation date', () => {
    const rotateBy = '2027-01-01T00:00:00.000Z';
    const record = secret('legacy', { tags: { 'sphera:rotate-by': rotateBy } });
    expect(planFor([record], 'legacy').shape.tags).toEqual({
      service: 'payments',
      owner: 'checkout',
      'sphera:rotate-by': rotateBy,
    });
  });

  it.each<[string, SecretRecord[], string, string | undefined, string]>([
    [
      'there is none',
      [],
      'legacy',
      undefined,
      'production/eu-central-1 has no secret legacy.',
    ],
    [
      'it is to the standard',
      [recordOf('Frankfurt')],
      'production/payments/token',
      undefined,
      'It is to the standard already.',
    ],
    [
      'it belongs to another service by its name',
      [secret('production/ledger/token')],
      'production/ledger/token',
      undefined,
      'It is one of ledger, as its name says.',
    ],
    [
      'it is deleted',
      [secret('legacy', { deletedAt: NOW + 5 * DAY })],
      'legacy',
      undefined,
      'It is deleted and can be restored until 29 November 2026. Restore it before.',
    ],
    [
      'its new name is not allowed',
      [secret('legacy')],
      'legacy',
      'Not_Allowed',
      'The name Not_Allowed must be lower-case words joined by hyphens, like database-password.',
    ],
    [
      'its new name is taken',
      [secret('legacy'), recordOf('Frankfurt')],
      'legacy',
      'token',
      'Payments has a secret production/payments/token already: give this one another name, or delete one of the two.',
    ],
  ])('cannot be done where %s', (_name, records, fullName, name, problem) => {
    expect(planFor(records, fullName, name)).toMatchObject({
      steps: [],
      problem,
    });
  });

  it.each([
    ['PAYMENTS_STRIPE_KEY', 'stripe-key'],
    ['production-payments-token', 'token'],
    ['/eu-central-1/payments/Smtp.Password', 'smtp-password'],
    ['payments', 'payments'],
  ])('finds the name in %s', (fullName, name) => {
    expect(planFor([secret(fullName)], fullName).name).toBe(name);
  });
});
