import { answered, refused } from '../__testUtils__/asking';
import { createBoolean } from '../__testUtils__/flagging';
import { DANA } from '../__testUtils__/people';
import { CLUSTERS } from '../__testUtils__/settings';
import { type FlagsPortal, startFlags } from '../__testUtils__/startFlags';
import { settled, wantedIn, wantedOf } from './__testUtils__/looking';

let portal: FlagsPortal;
beforeAll(async () => {
  portal = await startFlags();
});
afterAll(() => portal.stop());

const create = (more: object) =>
  portal.dana.ask('create-flag', {
    flag: 'a-flag',
    service: 'quotes',
    type: 'boolean',
    variants: { on: true, off: false },
    defaultVariant: 'off',
    reason: 'a test',
    ...more,
  });

describe('a new flag', () => {
  it('is accepted at once, and reaches every cluster', async () => {
    const { changes } = await createBoolean(portal, 'new-checkout', {
      description: 'The new way to pay',
      purpose: 'release',
      owner: 'group:default/booking',
      endsOn: '2027-03-31',
      reason: 'it is about to be tried',
    });
    expect(changes).toMatchObject([
      {
        flag: 'new-checkout',
        service: 'component:default/quotes',
        kind: 'create',
        by: { ref: DANA, title: 'Dana Okafor' },
        reason: 'it is about to be tried',
        sentence: 'Created: off in 4 clusters',
        clusters: CLUSTERS.map(cluster => ({ cluster, revision: 1 })),
      },
    ]);
    await settled(portal, 'new-checkout');
    const [wish] = portal.cluster('production-us').wishes;
    expect(wish).toMatchObject({
      flag: 'new-checkout',
      definition: { state: 'ENABLED', defaultVariant: 'off' },
      metadata: {
        service: 'component:default/quotes',
        owner: 'group:default/booking',
      },
    });
    const flag = await answered(portal.dana, 'get-flag', {
      flag: 'new-checkout',
    });
    expect(flag).toMatchObject({
      description: 'The new way to pay',
      purpose: 'release',
      endsOn: '2027-03-31',
      createdBy: { ref: DANA },
    });
  });

  it('is in some clusters only where somebody says so', async () => {
    const clusters = ['production-us', 'staging-eu'];
    const { changes } = await createBoolean(portal, 'in-two', { clusters });
    expect(changes[0].sentence).toBe('Created: off in 2 clusters');
    expect(Object.keys(await wantedOf(portal, 'in-two'))).toEqual([
      'staging-eu',
      'production-us',
    ]);
  });

  it.each([
    ['string', { blue: 'b', red: 'r' }, 'blue', 'blue'],
    ['number', { few: 1, many: 100.5 }, 'many', 'many'],
    ['object', { small: { rows: [1, null] }, none: {} }, 'none', 'none'],
  ])('may answer with %ss', async (type, variants, defaultVariant, value) => {
    const flag = `a-${type}`;
    await createBoolean(portal, flag, { type, variants, defaultVariant });
    expect(await wantedOf(portal, flag)).toMatchObject({ 'staging-eu': value });
    await settled(portal, flag);
  });

  it('may be split among everybody, or follow rules, from the beginning', async () => {
    await createBoolean(portal, 'split', { percentages: { on: 25, off: 75 } });
    expect(await wantedOf(portal, 'split')).toMatchObject({
      'staging-eu': '25 % on',
    });
    const targeting = {
      if: [{ in: [{ var: 'country' }, ['DE']] }, 'on', 'off'],
    };
    await createBoolean(portal, 'ruled', { targeting, state: 'DISABLED' });
    expect(await wantedIn(portal, 'ruled', 'staging-eu')).toMatchObject({
      definition: { targeting, state: 'DISABLED' },
    });
    await createBoolean(portal, 'for-all', { percentages: { on: 100 } });
    const wanted = await wantedIn(portal, 'for-all', 'staging-eu');
    expect(wanted.definition).toEqual({
      state: 'ENABLED',
      variants: { on: true, off: false },
      defaultVariant: 'on',
    });
  });

  it('has a key that no other one has or had', async () => {
    await createBoolean(portal, 'taken');
    expect(
      await refused(create({ flag: 'taken', service: 'payments' }), 409),
    ).toBe(
      'There is a flag taken already, of component:default/quotes: keys are never used again, so choose another one',
    );
    await answered(portal.dana, 'retire-flag', { flag: 'taken', reason: 'x' });
    expect(await refused(create({ flag: 'taken' }), 409)).toContain(
      'There is a retired flag taken already',
    );
  });

  it('is created once, of many in the same moment', async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => create({ flag: 'at-once' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200, 409, 409, 409,
    ]);
  });

  it.each<[string, object, string]>([
    [
      'service',
      { service: 'quotse' },
      'service must be a service of the catalog: it has no component:default/quotse',
    ],
    [
      'cluster',
      { clusters: ['moon'] },
      'clusters must be clusters that flags are sent to: moon is none of staging-eu, production-eu, production-us, production-ap',
    ],
    [
      'default variant',
      { defaultVariant: 'maybe' },
      'defaultVariant must be one of the variants: on, off',
    ],
    [
      'value for its type',
      { variants: { on: 'true', off: false } },
      'variants must all have true or false as their value, since the flag is a boolean: on does not',
    ],
    [
      'split',
      { percentages: { on: 50, maybe: 50 } },
      'percentages must name variants of the flag: maybe is none of on, off',
    ],
    [
      'two ways',
      { percentages: { on: 100 }, targeting: { if: [true, 'on', 'off'] } },
      'percentages must not be given together with targeting: one of them decides who gets what',
    ],
    [
      'rule',
      { targeting: { if: [true, 'maybe', 'off'] } },
      'targeting is not right: The targeting serves maybe, which is no variant: the variants are on, off',
    ],
  ])('is refused with a wrong %s', async (_, more, sentence) => {
    const { body, status } = await create(more);
    expect(body.error.message).toBe(sentence);
    expect(status).toBe(400);
    const [problem] = body.error.details.fields;
    expect(`${problem.field} ${problem.message}`).toBe(sentence);
  });
});
