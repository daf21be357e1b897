import {
  DAY,
  NOW,
  PAYMENTS,
  PLACES,
  recordOf,
  STANDARD,
  type Told,
  WORDS,
} from '../../__testUtils__/records';
import { assess } from './assess';
import type { SeenPlace, StateRules } from './Assessment';
import { toRow } from './toRow';

const FRANKFURT = 'Frankfurt';
const VIRGINIA = 'Virginia';
const SYDNEY = 'Sydney';

const ALL = [FRANKFURT, VIRGINIA, SYDNEY];

/** One secret of production; `undefined`: the region has none. */
type Regions = Partial<Record<string, Told>>;

function rowOf(
  regions: Regions,
  {
    places = PLACES,
    rules = {},
  }: { places?: SeenPlace[]; rules?: Partial<StateRules> } = {},
) {
  const records = Object.entries(regions).map(([region, told]) =>
    recordOf(region, told),
  );
  const [secret] = assess(records, {
    service: PAYMENTS,
    places,
    rules: { standard: STANDARD, isNeeded: () => true, ...rules },
  });
  return toRow(secret, { ...WORDS, standard: STANDARD, written: new Map() });
}

const inProduction = (row: ReturnType<typeof rowOf>) =>
  row.cells.filter(({ environment }) => environment === 'production');

const tags = (more: Record<string, string>) => ({
  tags: { service: 'payments', owner: 'checkout', ...more },
});

describe('a secret in the regions of one environment', () => {
  const cases: Array<[string, Regions, string[], string | undefined]> = [
    [
      'with one value everywhere is in order',
      { [FRANKFURT]: {}, [VIRGINIA]: {}, [SYDNEY]: {} },
      ['present', 'present', 'present'],
      undefined,
    ],
    [
      'that one of them lacks is missing there',
      { [FRANKFURT]: {}, [SYDNEY]: {} },
      ['present', 'missing', 'present'],
      'Virginia lacks it, while Frankfurt and Sydney have it: copy it there.',
    ],
    [
      'that only one of them has is missing in the others',
      { [SYDNEY]: {} },
      ['missing', 'missing', 'present'],
      'Frankfurt lacks it, while Sydney has it: copy it there.',
    ],
    [
      'is different where it has not the value of most',
      {
        [FRANKFURT]: { holds: 'red', changedAgo: 3 },
        [VIRGINIA]: {},
        [SYDNEY]: {},
      },
      ['different', 'present', 'present'],
      'Frankfurt has another value than Virginia and Sydney, changed 3 days ago.',
    ],
    [
      'is different where others changed later',
      {
        [FRANKFURT]: { holds: 'red' },
        [VIRGINIA]: { changedAgo: 2 },
        [SYDNEY]: { changedAgo: 2 },
      },
      ['different', 'present', 'present'],
      'Frankfurt has another value than Virginia and Sydney, which changed 2 days ago.',
    ],
    [
      'with as many of one value as of another: the latest change is right',
      {
        [FRANKFURT]: { holds: 'red', changedAgo: 1 },
        [VIRGINIA]: { changedAgo: 5 },
      },
      ['present', 'different', 'missing'],
      'Virginia has another value than Frankfurt, which changed 1 day ago.',
    ],
    [
      'is stale where it has a value that others had before',
      {
        [FRANKFURT]: { holds: 'new', held: ['old'], changedAgo: 4 },
        [VIRGINIA]: { holds: 'old' },
        [SYDNEY]: { holds: 'new', held: ['old'], changedAgo: 4 },
      },
      ['present', 'stale', 'present'],
      'Virginia still has an earlier value than Frankfurt and Sydney, which changed 4 days ago: copy it from there.',
    ],
    [
      'is different where it alone was changed, though the others have what it held before',
      {
        [FRANKFURT]: { holds: 'new', held: ['old'], changedAgo: 4 },
        [VIRGINIA]: { holds: 'old' },
        [SYDNEY]: { holds: 'old' },
      },
      ['different', 'present', 'present'],
      'Frankfurt has another value than Virginia and Sydney, changed 4 days ago.',
    ],
    [
      'that went back to what the others left is stale',
      {
        [FRANKFURT]: { holds: 'a', held: ['b'], changedAgo: 4 },
        [VIRGINIA]: { holds: 'b', held: ['a'], changedAgo: 2 },
        [SYDNEY]: { holds: 'a', held: ['b'], changedAgo: 4 },
      },
      ['present', 'stale', 'present'],
      'Virginia still has an earlier value than Frankfurt and Sydney, which changed 4 days ago: copy it from there.',
    ],
    [
      'of two regions is stale in the one that was not changed',
      {
        [FRANKFURT]: { holds: 'new', held: ['old'], changedAgo: 4 },
        [VIRGINIA]: { holds: 'old' },
      },
      ['present', 'stale', 'missing'],
      'Virginia still has an earlier value than Frankfurt, which changed 4 days ago: copy it from there.',
    ],
    [
      'that is meant to differ by region does not drift',
      {
        [FRANKFURT]: {
          holds: 'a',
          ...tags({ 'sphera:differs-by-region': 'yes' }),
        },
        [VIRGINIA]: { holds: 'b' },
        [SYDNEY]: { holds: 'c' },
      },
      ['present', 'present', 'present'],
      undefined,
    ],
    [
      'that is meant to differ by region can still be missing',
      {
        [FRANKFURT]: {
          holds: 'a',
          ...tags({ 'sphera:differs-by-region': 'yes' }),
        },
        [VIRGINIA]: { holds: 'b' },
      },
      ['present', 'present', 'missing'],
      'Sydney lacks it, while Frankfurt and Virginia have it: copy it there.',
    ],
    [
      'that is deleted in one of them is missed there',
      {
        [FRANKFURT]: { deletedAt: NOW + 20 * DAY },
        [VIRGINIA]: {},
        [SYDNEY]: {},
      },
      ['pending-deletion', 'present', 'present'],
      'It is deleted in Frankfurt and can be restored until 14 December 2026, while Virginia and Sydney have it: restore it there, or delete it everywhere.',
    ],
    [
      'that is deleted everywhere is missing nowhere',
      {
        [FRANKFURT]: { deletedAt: NOW - DAY },
        [VIRGINIA]: { deletedAt: NOW - DAY },
      },
      ['pending-deletion', 'pending-deletion', 'absent'],
      'It is deleted and can still be restored.',
    ],
    [
      'whose value could not be read is not compared',
      {
        [FRANKFURT]: {
          fingerprint: undefined,
          unreadable: 'The key alias/unusable cannot be used.',
        },
        [VIRGINIA]: { holds: 'blue' },
        [SYDNEY]: { holds: 'blue' },
      },
      ['present', 'present', 'present'],
      'The key alias/unusable cannot be used.',
    ],
    [
      'whose newest value was not read yet is not compared by the one before',
      {
        [FRANKFURT]: { holds: 'red', versionId: 'a-newer-one' },
        [VIRGINIA]: {},
        [SYDNEY]: {},
      },
      ['present', 'present', 'present'],
      undefined,
    ],
    [
      'without one of its tags is not to the standard',
      {
        [FRANKFURT]: {},
        [VIRGINIA]: { tags: { service: 'payments' } },
        [SYDNEY]: {},
      },
      ['present', 'not-to-standard', 'present'],
      'Its tag owner is missing; it should be checkout.',
    ],
  ];

  it.each(cases)('%s', (_name, regions, states, sentence) => {
    const cells = inProduction(rowOf(regions));
    expect(cells.map(({ state }) => state)).toEqual(states);
    expect(cells.find(one => one.sentence)?.sentence).toBe(sentence);
  });

  it('is not missed in a region where the service does not run', () => {
    const isNeeded: StateRules['isNeeded'] = (_, { region }) =>
      region !== 'ap-southeast-2';
    const states = (regions: Regions) =>
      inProduction(rowOf(regions, { rules: { isNeeded } })).map(
        ({ state, sentence }) => [state, sentence],
      );
    const lacks = 'Virginia lacks it, while Frankfurt has it: copy it there.';
    expect(states({ [FRANKFURT]: {} })).toEqual([
      ['present', undefined],
      ['missing', lacks],
      ['absent', 'The service does not run in Sydney: it is not needed there.'],
    ]);
  });

  it('is not missed where it was deleted and the service does not run', () => {
    const rules = { isNeeded: () => false };
    const row = rowOf(
      { [FRANKFURT]: {}, [SYDNEY]: { deletedAt: NOW + 20 * DAY } },
      { rules },
    );
    expect(row.drift).toEqual([]);
  });

  it('is still compared in a region where the service does not run', () => {
    const rules = { isNeeded: () => false };
    const row = rowOf(
      { [FRANKFURT]: {}, [VIRGINIA]: {}, [SYDNEY]: { holds: 'red' } },
      { rules },
    );
    expect(row.drift).toEqual(['different']);
  });

  it('is not compared across keys while fingerprints are being replaced', () => {
    const record = recordOf(FRANKFURT);
    const older = { ...record.fingerprint!, keyId: '2025', digest: 'other' };
    const cells = inProduction(
      rowOf({
        [FRANKFURT]: { fingerprint: older },
        [VIRGINIA]: {},
        [SYDNEY]: {},
      }),
    );
    expect(cells.map(({ state }) => state)).toEqual([
      'present',
      'present',
      'present',
    ]);
  });

  it('is unseen in a place that was never looked through, with why', () => {
    const places = PLACES.map(place =>
      place.region === 'us-east-1'
        ? {
            ...place,
            state: 'lost' as const,
            sweptAt: undefined,
            problem: 'The portal may not list secrets there.',
          }
        : place,
    );
    const cells = inProduction(
      rowOf({ [FRANKFURT]: {}, [SYDNEY]: {} }, { places }),
    );
    expect(cells[1]).toMatchObject({
      state: 'unseen',
      sentence:
        'Virginia could not be looked at yet: The portal may not list secrets there.',
    });
    expect(cells[0].state).toBe('present');
  });

  it('is absent from an environment none of whose regions has it, which is no drift', () => {
    const row = rowOf(Object.fromEntries(ALL.map(region => [region, {}])));
    const elsewhere = row.cells.filter(
      ({ environment }) => environment === 'staging',
    );
    expect(elsewhere.map(({ state }) => state)).toEqual([
      'absent',
      'absent',
      'absent',
    ]);
    expect(row.drift).toEqual([]);
  });

  it('keeps its state where the place was lost since', () => {
    const places = PLACES.map(place => ({ ...place, state: 'lost' as const }));
    const row = rowOf({ [FRANKFURT]: {}, [SYDNEY]: {} }, { places });
    expect(inProduction(row).map(({ state }) => state)).toEqual([
      'present',
      'missing',
      'present',
    ]);
  });

  it('says that it is binary, who reads it and when', () => {
    const { fingerprint } = recordOf(FRANKFURT);
    const [cell] = inProduction(
      rowOf({
        [FRANKFURT]: { fingerprint: { ...fingerprint!, encoding: 'binary' } },
      }),
    );
    expect(cell).toMatchObject({
      encoding: 'binary',
      readAt: '2026-11-23T12:00:00.000Z',
      changedAt: '2026-11-14T12:00:00.000Z',
    });
  });

  it('is overdue past its rotation date, old after the set time', () => {
    const rotateBy = new Date(NOW - 2 * DAY).toISOString();
    const due = tags({ 'sphera:rotate-by': rotateBy });
    const [overdue] = inProduction(rowOf({ [FRANKFURT]: due }));
    expect(overdue).toMatchObject({
      state: 'present',
      isOverdue: true,
      isOld: false,
      rotateBy,
      sentence: 'Its value should have been replaced 2 days ago.',
    });
    const rules = { oldAfter: 30 * DAY };
    const [old] = inProduction(
      rowOf({ [FRANKFURT]: { changedAgo: 31 } }, { rules }),
    );
    expect(old).toMatchObject({
      isOld: true,
      sentence: 'It has not been changed for 31 days.',
    });
  });

  it('stands beside another of the same name that a tag claims', () => {
    const claimed = recordOf(FRANKFURT, { fullName: 'token', name: 'token' });
    const [secret] = assess([claimed, recordOf(FRANKFURT)], {
      service: PAYMENTS,
      places: PLACES,
      rules: { standard: STANDARD, isNeeded: () => true },
    });
    const row = toRow(secret, {
      ...WORDS,
      standard: STANDARD,
      written: new Map(),
    });
    expect(inProduction(row)[0]).toMatchObject({
      fullName: 'production/payments/token',
      state: 'not-to-standard',
      sentence:
        'The secret token is tagged as one of this service and has the same name: give it another.',
    });
  });

  it('is all right once the other of the same name is deleted', () => {
    const deleted = recordOf(FRANKFURT, {
      fullName: 'token',
      name: 'token',
      deletedAt: NOW - DAY,
    });
    const [secret] = assess([deleted, recordOf(FRANKFURT)], {
      service: PAYMENTS,
      places: PLACES,
      rules: { standard: STANDARD, isNeeded: () => true },
    });
    expect(secret.environments.flatMap(({ cells }) => cells)).toContainEqual(
      expect.objectContaining({ state: 'present', problems: [] }),
    );
  });
});
