import type { FlagDefinition } from '@sphera/plugin-flags-common';
import { checkDefinition } from './checkDefinition';

const boolean: FlagDefinition = {
  state: 'ENABLED',
  variants: { on: true, off: false },
  defaultVariant: 'off',
};
const isGerman = { '==': [{ var: 'country' }, 'DE'] };
const targeted = (targeting: any, more: Partial<FlagDefinition> = {}) =>
  checkDefinition('new-checkout', { ...boolean, ...more, targeting });

describe('A definition', () => {
  it.each<[string, Partial<FlagDefinition>]>([
    ['switches', {}],
    ['is disabled', { state: 'DISABLED' }],
    ['answers with texts', { variants: { on: 'new', off: 'old' } }],
    ['answers with numbers', { variants: { on: 1.5, off: 0 } }],
    ['answers with objects', { variants: { on: { a: [1, null] }, off: {} } }],
    ['has an empty targeting', { targeting: {} }],
    ['has a rule', { targeting: { if: [isGerman, 'on', 'off'] } }],
    [
      'has several rules',
      { targeting: { if: [isGerman, 'on', { '!': [isGerman] }, 'off', null] } },
    ],
    [
      'splits',
      {
        targeting: {
          fractional: [
            ['on', 25],
            ['off', 75],
          ],
        },
      },
    ],
    ['splits without shares', { targeting: { fractional: [['on'], ['off']] } }],
    [
      'splits by an attribute, within a rule',
      {
        targeting: {
          if: [
            { in: [{ var: 'plan' }, ['gold', 'silver']] },
            {
              fractional: [
                { cat: [{ var: '$flagd.flagKey' }, { var: 'email' }] },
                ['on', 10],
                ['off', 90],
              ],
            },
            'off',
          ],
        },
      },
    ],
    [
      'compares texts and versions',
      {
        targeting: {
          if: [
            {
              and: [
                { starts_with: [{ var: 'email' }, 'vip-'] },
                { ends_with: [{ var: 'email' }, '@example.com'] },
                { sem_ver: [{ var: 'version' }, '>=', '1.2.0'] },
              ],
            },
            'on',
          ],
        },
      },
    ],
    [
      'answers true or false, and has variants of these names',
      {
        variants: { true: 1, false: 0 },
        defaultVariant: 'false',
        targeting: isGerman,
      },
    ],
    ['asks who asks for a variant', { targeting: { var: 'variant' } }],
  ])('that %s is good', (_, change) => {
    expect(checkDefinition('new-checkout', { ...boolean, ...change })).toEqual(
      [],
    );
  });

  it('whose variants are of several kinds says which', () => {
    expect(targeted(undefined, { variants: { on: true, off: 'no' } })).toEqual([
      'All variants must be of one kind: on is true or false, and off is a text',
    ]);
  });

  it.each([
    ['a list', [1]],
    ['null', null],
  ])('with %s as a value says what it may be', (words, value) => {
    expect(targeted(undefined, { variants: { on: value, off: {} } })).toEqual([
      `The value of the variant on is ${words}: it must be true or false, a text, a number or an object`,
    ]);
  });

  it('whose default is no variant says which there are', () => {
    expect(targeted(undefined, { defaultVariant: 'blue' })).toEqual([
      'The default variant blue is not there: the variants are on, off',
    ]);
    expect(targeted(undefined, { defaultVariant: 'constructor' })).toHaveLength(
      1,
    );
  });

  it.each([
    ['a rule', { if: [isGerman, 'blue', 'off'] }],
    ['the rest', { if: [isGerman, 'on', 'blue'] }],
    ['a rule in a rule', { if: [isGerman, { if: [isGerman, 'blue'] }] }],
    [
      'a split',
      {
        fractional: [
          ['on', 1],
          ['blue', 1],
        ],
      },
    ],
    [
      'a split by an attribute',
      { fractional: [{ var: 'email' }, ['blue', 1]] },
    ],
  ])('that serves a variant that is not there, by %s, says so', (_, rules) => {
    expect(targeted(rules)).toEqual([
      'The targeting serves blue, which is no variant: the variants are on, off',
    ]);
  });

  it('that compares where it must name a variant says so', () => {
    expect(targeted(isGerman)).toEqual([
      'The targeting answers true or false where it must name a variant: put it into an if, since the variants are on, off',
    ]);
  });

  it.each([
    [
      [
        ['on', -1],
        ['off', 5],
      ],
      'A share of the targeting is -1: shares must be whole numbers from 0',
    ],
    [
      [
        ['on', 1.5],
        ['off', 5],
      ],
      'A share of the targeting is 1.5: shares must be whole numbers from 0',
    ],
    [
      [
        ['on', 0],
        ['off', 0],
      ],
      'The shares of a split in the targeting add up to 0: they must add up to at least 1 and at most 2147483647',
    ],
    [
      [
        ['on', 2_147_483_647],
        ['off', 1],
      ],
      'The shares of a split in the targeting add up to 2147483648: they must add up to at least 1 and at most 2147483647',
    ],
  ])('with the shares %j says what is wrong', (buckets, sentence) => {
    expect(targeted({ fractional: buckets })).toEqual([sentence]);
  });

  it('that refers to a rule elsewhere says that there is none', () => {
    expect(targeted({ if: [{ $ref: 'germans' }, 'on'] })).toEqual([
      'The targeting refers to a shared rule ($ref), and there are none: write the rule itself',
    ]);
  });

  it('with several operations in one object says so, at any depth', () => {
    expect(targeted({ if: [{ and: [true], or: [true] }, 'on'] })).toEqual([
      'The targeting has several operations in one object (and, or): each needs an object of its own',
    ]);
  });

  it.each([
    [
      'an operation that nobody knows',
      { if: [{ near: [1, 2] }, 'on'] },
      'targeting.if[0]: near is no operation of flagd, or not with these arguments',
    ],
    [
      'too few arguments',
      { if: [{ '==': [{ var: 'a' }] }, 'on'] },
      'targeting.if[0].==: must not have fewer than 2 items',
    ],
    [
      'a version that is compared oddly',
      { if: [{ sem_ver: [{ var: 'v' }, '=>', '1.0.0'] }, 'on'] },
      'targeting.if[0].sem_ver[1]: must be equal to one of the allowed values',
    ],
    [
      'a split of something else',
      { fractional: ['on', 'off'] },
      'targeting.fractional[0]: is not what flagd takes there',
    ],
  ])('with %s says where flagd does not take it', (_, rules, sentence) => {
    expect(targeted(rules)).toEqual([sentence]);
  });

  it('with a variant without a name is not taken by flagd', () => {
    expect(
      checkDefinition('new-checkout', {
        ...boolean,
        variants: { on: true, '': false },
        defaultVariant: 'on',
      }),
    ).toEqual([expect.stringContaining('variants: ')]);
  });

  it('that is nested too deeply says so', () => {
    let rules: any = 'on';
    for (let depth = 0; depth < 40; depth++) rules = { if: [isGerman, rules] };
    expect(targeted(rules)).toEqual([
      'The definition is nested too deeply: at most 64 levels',
    ]);
  });

  it('never becomes code', () => {
    const seen: unknown[] = [];
    (globalThis as any).spheraSeen = seen;
    const rules = {
      if: [{ '==': [{ var: '"];globalThis.spheraSeen.push(1);["' }, 1] }, 'on'],
    };
    expect(targeted(rules)).toEqual([]);
    expect(seen).toEqual([]);
    delete (globalThis as any).spheraSeen;
  });
});
