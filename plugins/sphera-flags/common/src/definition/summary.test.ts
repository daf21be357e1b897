import type { FlagDefinition } from './FlagDefinition';
import { targetingOf } from './rules';
import { summaryOf } from './summary';

const boolean: FlagDefinition = {
  state: 'ENABLED',
  variants: { yes: true, no: false },
  defaultVariant: 'no',
};
const colours: FlagDefinition = {
  state: 'ENABLED',
  variants: { blue: '#00f', red: '#f00' },
  defaultVariant: 'red',
};
const split = (percent: Record<string, number>) => ({
  targeting: targetingOf({ rules: [], otherwise: percent }),
});

describe('A definition in few words', () => {
  it('is on or off where everybody gets one boolean, whatever its variant is called', () => {
    expect(summaryOf(boolean)).toEqual({
      kind: 'variant',
      text: 'off',
      isOn: false,
    });
    expect(summaryOf({ ...boolean, defaultVariant: 'yes' })).toEqual({
      kind: 'variant',
      text: 'on',
      isOn: true,
    });
  });

  it('is the variant where it is no boolean', () => {
    expect(summaryOf(colours)).toEqual({ kind: 'variant', text: 'red' });
  });

  it('is the share of who has it on', () => {
    expect(summaryOf({ ...boolean, ...split({ no: 75, yes: 25 }) })).toEqual({
      kind: 'split',
      text: '25 % on',
    });
  });

  it('is the share of each variant where it is no boolean', () => {
    expect(summaryOf({ ...colours, ...split({ blue: 10, red: 90 }) })).toEqual({
      kind: 'split',
      text: '10 % blue, 90 % red',
    });
  });

  it('is "rules" where it depends on who asks, also where the form cannot show how', () => {
    const rules = { kind: 'rules', text: 'rules' };
    const isGerman = { '==': [{ var: 'country' }, 'DE'] };
    expect(
      summaryOf({ ...boolean, targeting: { if: [isGerman, 'yes', 'no'] } }),
    ).toEqual(rules);
    expect(
      summaryOf({ ...boolean, targeting: { if: [{ and: [] }, 'yes'] } }),
    ).toEqual(rules);
  });

  it('is disabled where it is, whatever else it says', () => {
    expect(
      summaryOf({
        ...boolean,
        state: 'DISABLED',
        ...split({ yes: 1, no: 99 }),
      }),
    ).toEqual({ kind: 'disabled', text: 'disabled' });
  });
});
