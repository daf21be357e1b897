import {
  type FlagDefinition,
  FLAG_TYPES,
  type FlagType,
} from '@sphera/plugin-flags-common';
import type { DefinitionDraft } from './DefinitionDraft';
import { definitionOf } from './definitionOf';
import { draftOf } from './draftOf';
import { draftProblems } from './draftProblems';
import { readyMade } from './readyMade';
import { withoutVariant, withVariant } from './variantRows';

const switched: FlagDefinition = {
  state: 'ENABLED',
  variants: { on: true, off: false },
  defaultVariant: 'off',
};
const split = {
  fractional: [
    ['on', 25],
    ['off', 75],
  ],
};
const german = { '==': [{ var: 'country' }, 'DE'] };

const problemsOf = (draft: DefinitionDraft) =>
  Object.values(draftProblems(draft));
const keyOf = ({ variants }: DefinitionDraft, name: string) =>
  variants.find(one => one.name === name)!.key;

describe('A new flag', () => {
  it.each(FLAG_TYPES)('of type %s has nothing wrong with it', type => {
    expect(draftProblems(readyMade(type))).toEqual({});
  });

  it('is off for everybody where it is a boolean', () => {
    expect(definitionOf(readyMade('boolean'))).toEqual(switched);
  });
});

describe('A definition in a form', () => {
  it.each<[DefinitionDraft['way'], FlagDefinition, FlagType]>([
    ['everybody', switched, 'boolean'],
    ['everybody', { ...switched, state: 'DISABLED' }, 'boolean'],
    ['split', { ...switched, targeting: split }, 'boolean'],
    [
      'rules',
      { ...switched, targeting: { if: [german, split, 'off'] } },
      'boolean',
    ],
    [
      'text',
      { ...switched, targeting: { if: [{ and: [german] }, 'on', 'off'] } },
      'boolean',
    ],
    [
      'everybody',
      {
        ...switched,
        variants: { few: 10, many: 0.5 },
        defaultVariant: 'many',
      },
      'number',
    ],
    [
      'everybody',
      {
        ...switched,
        variants: { a: { rows: [1, { b: null }] } },
        defaultVariant: 'a',
      },
      'object',
    ],
    [
      'everybody',
      { ...switched, variants: { a: ' "x" ', b: '' }, defaultVariant: 'b' },
      'string',
    ],
  ])(
    'is shown as %s and comes out as it went in: %j',
    (way, definition, type) => {
      const draft = draftOf(definition, type);
      expect(draft.way).toBe(way);
      expect(definitionOf(draft)).toEqual(definition);
    },
  );

  it('is shown as text where a value has a comma, which the form would take for two', () => {
    const condition = { '==': [{ var: 'name' }, 'Wolf, Dana'] };
    const targeting = { if: [condition, 'on', 'off'] };
    expect(draftOf({ ...switched, targeting }, 'boolean').way).toBe('text');
  });

  it('keeps the order of a split, which decides who gets what', () => {
    const targeting = {
      fractional: [
        ['off', 75],
        ['on', 25],
      ],
    };
    const draft = draftOf({ ...switched, targeting }, 'boolean');
    expect(definitionOf(draft)?.targeting).toEqual(targeting);
  });

  it('has the default variant that everybody gets', () => {
    const draft = draftOf({ ...switched, targeting: split }, 'boolean');
    const on = keyOf(draft, 'on');
    expect(definitionOf({ ...draft, way: 'everybody', everybody: on })).toEqual(
      { ...switched, defaultVariant: 'on' },
    );
    expect(definitionOf({ ...draft, split: { [on]: 100 } })).toEqual({
      ...switched,
      defaultVariant: 'on',
    });
  });
});

describe('Variants', () => {
  it('can be renamed, also where a split, a rule or everybody has them', () => {
    const draft = draftOf(
      { ...switched, targeting: { if: [german, 'on', split] } },
      'boolean',
    );
    const variants = draft.variants.map(one =>
      one.name === 'on' ? { ...one, name: 'new' } : one,
    );
    expect(definitionOf({ ...draft, variants })).toEqual({
      state: 'ENABLED',
      variants: { new: true, off: false },
      defaultVariant: 'off',
      targeting: {
        if: [
          german,
          'new',
          {
            fractional: [
              ['new', 25],
              ['off', 75],
            ],
          },
        ],
      },
    });
  });

  it('leave a choice to be made where one that somebody got is taken away', () => {
    const draft = draftOf(switched, 'boolean');
    expect(problemsOf(withoutVariant(draft, keyOf(draft, 'off')))).toEqual([
      'Choose a variant.',
    ]);
  });

  it('leave shares to be given anew where one of a split is taken away', () => {
    const draft = draftOf({ ...switched, targeting: split }, 'boolean');
    expect(problemsOf(withoutVariant(draft, keyOf(draft, 'off')))).toEqual([
      'The shares add up to 25 %: they must add up to 100 %.',
    ]);
  });

  it('need a name and a value of their type when they are added', () => {
    expect(problemsOf(withVariant(readyMade('number')))).toEqual([
      'A name is missing.',
      'Must be a number, like 12 or 0.5.',
    ]);
  });

  it.each<[FlagType, string, string]>([
    ['boolean', 'yes', 'Must be true or false.'],
    ['number', '"1"', 'Must be a number, like 12 or 0.5.'],
    ['number', '1e999', 'Must be a number, like 12 or 0.5.'],
    ['object', '[]', 'Must be a JSON object, like {"rows": 3}.'],
    ['object', '{rows: 3}', 'Must be a JSON object, like {"rows": 3}.'],
  ])('of type %s are not %s', (type, text, problem) => {
    const draft = readyMade(type);
    const variants = draft.variants.map((one, at) =>
      at === 0 ? { ...one, text } : one,
    );
    expect(problemsOf({ ...draft, variants })).toEqual([problem]);
  });

  it('have different names that messages can carry', () => {
    const draft = readyMade('boolean');
    const [first, second] = draft.variants;
    expect(
      problemsOf({ ...draft, variants: [first, { ...second, name: 'on' }] }),
    ).toEqual(['There is a variant of this name already.']);
    expect(
      problemsOf({ ...draft, variants: [first, { ...second, name: 'a b' }] }),
    ).toEqual(['It must be the name of a variant, like on or new-layout.']);
  });
});

describe('Who gets what', () => {
  const rule = {
    key: 'rule',
    attribute: 'country',
    operator: 'is' as const,
    values: 'DE',
  };
  const withRule = (change: object): DefinitionDraft => {
    const draft = readyMade('boolean');
    const serve = keyOf(draft, 'on');
    return { ...draft, way: 'rules', rules: [{ ...rule, serve, ...change }] };
  };

  it('is a rule where one is written', () => {
    expect(definitionOf(withRule({ values: ' DE ' }))?.targeting).toEqual({
      if: [german, 'on', 'off'],
    });
  });

  it.each([
    [{ attribute: ' ' }, 'An attribute is missing, like country.'],
    [{ values: ' , ' }, 'A value is missing.'],
    [
      { values: 'DE, AT' },
      'Only one value fits here; "is one of" takes several.',
    ],
    [
      { operator: 'at least version', values: 'new' },
      'Must be a version, like 4.2.0.',
    ],
    [{ serve: '' }, 'Choose a variant.'],
  ])('is not clear where a rule has %j', (change, problem) => {
    expect(problemsOf(withRule(change))).toEqual([problem]);
  });

  it('needs a rule where it goes by rules', () => {
    expect(problemsOf({ ...withRule({}), rules: [] })).toEqual([
      'There is no rule. Add one, or choose that everybody gets the same.',
    ]);
  });

  it.each([
    [[50, 49], 'The shares add up to 99 %: they must add up to 100 %.'],
    [[NaN, 100], 'Each share must be a whole number from 0 to 100.'],
    [[120, -20], 'Each share must be a whole number from 0 to 100.'],
    [[33.5, 66.5], 'Each share must be a whole number from 0 to 100.'],
  ])('is no split of %j', ([on, off], problem) => {
    const draft = readyMade('boolean');
    const shares = { [keyOf(draft, 'on')]: on, [keyOf(draft, 'off')]: off };
    expect(problemsOf({ ...draft, way: 'split', split: shares })).toEqual([
      problem,
    ]);
  });

  it('can be written as JSON, which must be an object', () => {
    const write = (text: string): DefinitionDraft => ({
      ...readyMade('boolean'),
      way: 'text',
      text,
    });
    expect(definitionOf(write('{"if": [true, "on"]}'))?.targeting).toEqual({
      if: [true, 'on'],
    });
    expect(definitionOf(write(' '))).toEqual(switched);
    expect(problemsOf(write('["on"]'))).toEqual([
      expect.stringContaining('Must be a JSON object'),
    ]);
    expect(problemsOf(write('{'))).toEqual([
      expect.stringContaining('This is no JSON'),
    ]);
  });
});
