import { FlagdCore } from '@openfeature/flagd-core';
import {
  type JsonValue,
  type Rules,
  rulesOf,
  targetingOf,
} from '@sphera/plugin-flags-common';

const FLAG = 'new-checkout';

/** What flagd answers with by these rules, as the name of a variant. */
function askerOf(rules: Rules) {
  const flagd = new FlagdCore();
  const variants = { on: 'on', off: 'off', blue: 'blue' };
  flagd.setConfigurations(
    JSON.stringify({
      flags: {
        [FLAG]: {
          state: 'ENABLED',
          variants,
          defaultVariant: 'off',
          targeting: targetingOf(rules),
        },
      },
    }),
  );
  return (context: Record<string, any>) =>
    flagd.resolveStringEvaluation(FLAG, 'failed', context).value;
}

const rule = (
  operator: Rules['rules'][number]['operator'],
  values: string[],
) => ({ attribute: 'it', operator, values, serve: 'on' });

describe('Rules, as flagd evaluates them', () => {
  it.each([
    [rule('is', ['DE']), ['DE'], ['AT', 'de', undefined]],
    [rule('is', ['true']), [true, 'true'], [false, 'false', undefined]],
    [rule('is', ['7']), [7, '7'], [8, '70', undefined]],
    [rule('is not', ['DE']), ['AT', undefined], ['DE']],
    [rule('is not', ['DE', '7']), ['AT', 8, undefined], ['DE', 7, '7']],
    [rule('is one of', ['DE', 'AT']), ['DE', 'AT'], ['CH', undefined]],
    [rule('is one of', ['7', '8']), [7, '8'], [9, undefined]],
    [rule('starts with', ['vip-']), ['vip-1'], ['a vip-1', undefined]],
    [rule('starts with', ['a', 'b']), ['ab', 'ba'], ['cab', undefined]],
    [rule('ends with', ['.example']), ['a.example'], ['.example.a', undefined]],
    [
      rule('contains', ['beta']),
      ['a beta b', ['x', 'beta']],
      ['bet', undefined],
    ],
    [
      rule('at least version', ['4.2.0']),
      ['4.2.0', '4.10.1', 'v5.0.0'],
      ['4.1.9', '4.2.0-rc.1', 'old', undefined],
    ],
  ])('hold: %j', (one, matching, others) => {
    const ask = askerOf({ rules: [one], otherwise: 'off' });
    expect(matching.map(it => ask({ it }))).toEqual(matching.map(() => 'on'));
    expect(others.map(it => ask({ it }))).toEqual(others.map(() => 'off'));
  });

  it('are tried in order: the first that matches decides', () => {
    const ask = askerOf({
      rules: [
        { attribute: 'country', operator: 'is', values: ['DE'], serve: 'blue' },
        { attribute: 'plan', operator: 'is', values: ['gold'], serve: 'on' },
      ],
      otherwise: 'off',
    });
    expect(ask({ country: 'DE', plan: 'gold' })).toBe('blue');
    expect(ask({ country: 'AT', plan: 'gold' })).toBe('on');
    expect(ask({ country: 'AT' })).toBe('off');
  });

  it('split people as the percentages say, each the same way each time', () => {
    const ask = askerOf({
      rules: [],
      otherwise: { on: 25, off: 60, blue: 15 },
    });
    const people = Array.from({ length: 4_000 }, (_, at) => `person-${at}`);
    const answers = people.map(targetingKey => ask({ targetingKey }));
    const shareOf = (variant: string) =>
      answers.filter(one => one === variant).length / people.length;
    expect(shareOf('on')).toBeCloseTo(0.25, 1);
    expect(shareOf('off')).toBeCloseTo(0.6, 1);
    expect(shareOf('blue')).toBeCloseTo(0.15, 1);
    expect(people.map(targetingKey => ask({ targetingKey }))).toEqual(answers);
  });

  it('leave who has it on where they are when the share grows', () => {
    const before = askerOf({ rules: [], otherwise: { on: 25, off: 75 } });
    const after = askerOf({ rules: [], otherwise: { on: 50, off: 50 } });
    const people = Array.from({ length: 1_000 }, (_, at) => `person-${at}`);
    const isOn = (ask: typeof before) =>
      people.filter(targetingKey => ask({ targetingKey }) === 'on');
    expect(isOn(after)).toEqual(expect.arrayContaining(isOn(before)));
    expect(isOn(after).length).toBeGreaterThan(isOn(before).length);
  });

  it('are read from a chain that says nothing of the rest', () => {
    const targeting: Record<string, JsonValue> = {
      if: [
        { in: [{ var: 'country' }, ['DE', 'AT']] },
        {
          fractional: [
            ['on', 50],
            ['off', 50],
          ],
        },
      ],
    };
    const read = rulesOf({ defaultVariant: 'off', targeting });
    expect(read).toEqual({
      rules: [
        {
          attribute: 'country',
          operator: 'is one of',
          values: ['DE', 'AT'],
          serve: { on: 50, off: 50 },
        },
      ],
      otherwise: 'off',
    });
  });
});
