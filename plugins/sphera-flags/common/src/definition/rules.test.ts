import { RULE_OPERATORS } from './conditions';
import { someRules } from './__testUtils__/someRules';
import { type Rules, rulesOf, targetingOf, variantForAll } from './rules';

const german: Rules = {
  rules: [
    { attribute: 'country', operator: 'is', values: ['DE'], serve: 'on' },
  ],
  otherwise: { on: 25, off: 75 },
};

describe('Rules as targeting', () => {
  it('are a chain of conditions with a split at its end', () => {
    expect(targetingOf(german)).toEqual({
      if: [
        { '==': [{ var: 'country' }, 'DE'] },
        'on',
        {
          fractional: [
            ['on', 25],
            ['off', 75],
          ],
        },
      ],
    });
  });

  it.each([
    ['is not', ['DE'], { '!=': [{ var: 'a' }, 'DE'] }],
    ['is not', ['DE', 'AT'], { '!': [{ in: [{ var: 'a' }, ['DE', 'AT']] }] }],
    ['is one of', ['DE', 'AT'], { in: [{ var: 'a' }, ['DE', 'AT']] }],
    ['starts with', ['vip-'], { starts_with: [{ var: 'a' }, 'vip-'] }],
    [
      'ends with',
      ['@a.example', '@b.example'],
      {
        or: [
          { ends_with: [{ var: 'a' }, '@a.example'] },
          { ends_with: [{ var: 'a' }, '@b.example'] },
        ],
      },
    ],
    ['contains', ['beta'], { in: ['beta', { var: 'a' }] }],
    ['at least version', ['4.2.0'], { sem_ver: [{ var: 'a' }, '>=', '4.2.0'] }],
  ] as const)('compare by "%s" %j', (operator, values, condition) => {
    const rule = { attribute: 'a', operator, values: [...values], serve: 'on' };
    expect(targetingOf({ rules: [rule], otherwise: 'off' })).toEqual({
      if: [condition, 'on', 'off'],
    });
  });

  it('mean numbers and truth values also where applications send them as such', () => {
    const one = (values: string[]) => ({
      rules: [
        { attribute: 'a', operator: 'is one of' as const, values, serve: 'on' },
      ],
      otherwise: 'off',
    });
    expect(targetingOf(one(['7', 'true']))).toEqual({
      if: [{ in: [{ var: 'a' }, ['7', 7, 'true', true]] }, 'on', 'off'],
    });
  });

  it('are none where everybody gets one variant', () => {
    expect(targetingOf({ rules: [], otherwise: 'on' })).toBeUndefined();
    expect(
      targetingOf({ rules: [], otherwise: { on: 100, off: 0 } }),
    ).toBeUndefined();
    expect(variantForAll({ rules: [], otherwise: { on: 100, off: 0 } })).toBe(
      'on',
    );
    expect(variantForAll(german)).toBeUndefined();
  });

  it('are the same rules again when they are read', () => {
    for (const rules of someRules(500)) {
      const targeting = targetingOf(rules);
      const defaultVariant = variantForAll(rules) ?? 'off';
      expect(rulesOf({ defaultVariant, targeting })).toEqual(rules);
    }
  });

  it('are tried with every operator', () => {
    const tried = someRules(500).flatMap(({ rules }) =>
      rules.map(({ operator }) => operator),
    );
    expect(new Set(tried)).toEqual(new Set(RULE_OPERATORS));
  });
});

describe('Targeting as rules', () => {
  const read = (targeting: any) =>
    rulesOf({ defaultVariant: 'off', targeting });

  it('is the default variant for everybody where there is none', () => {
    const forAll = { rules: [], otherwise: 'off' };
    expect(rulesOf({ defaultVariant: 'off' })).toEqual(forAll);
    expect(read({})).toEqual(forAll);
  });

  it('is the default variant for the rest where the chain does not say', () => {
    const condition = { '==': [{ var: 'country' }, 'DE'] };
    const rules = {
      rules: [
        { attribute: 'country', operator: 'is', values: ['DE'], serve: 'on' },
      ],
      otherwise: 'off',
    };
    expect(read({ if: [condition, 'on'] })).toEqual(rules);
    expect(read({ if: [condition, 'on', null] })).toEqual(rules);
  });

  it.each([
    ['two conditions at once', { if: [{ and: [true, true] }, 'on', 'off'] }],
    ['a chain within a chain', { if: [{ '==': [1, 1] }, { if: [] }, 'off'] }],
    ['a chain of nothing', { if: ['on'] }],
    [
      'a split by an attribute',
      { fractional: [{ var: 'email' }, ['on', 100]] },
    ],
    [
      'a split that is no percentage',
      {
        fractional: [
          ['on', 1],
          ['off', 3],
        ],
      },
    ],
    [
      'a split that names a variant twice',
      {
        fractional: [
          ['on', 50],
          ['on', 50],
        ],
      },
    ],
    ['a split in which all get one', { fractional: [['on', 100]] }],
    ['a number', { if: [{ '==': [{ var: 'age' }, 7] }, 'on', 'off'] }],
    [
      'attributes that differ',
      {
        if: [
          {
            or: [
              { ends_with: [{ var: 'a' }, 'x'] },
              { ends_with: [{ var: 'b' }, 'x'] },
            ],
          },
          'on',
          'off',
        ],
      },
    ],
    [
      'another comparison of versions',
      { if: [{ sem_ver: [{ var: 'app' }, '^', '4.2.0'] }, 'on', 'off'] },
    ],
    [
      'an attribute with a default',
      { if: [{ '==': [{ var: ['country', 'DE'] }, 'DE'] }, 'on', 'off'] },
    ],
    ['a reference', { $ref: 'isStaff' }],
    ['two operations', { if: [true, 'on'], or: [] }],
    ['a variant that is no name', { if: [{ '==': [{ var: 'a' }, 'b'] }, 7] }],
  ])('is more than a form can show where it has %s', (_, targeting) => {
    expect(read(targeting)).toBeUndefined();
  });
});
