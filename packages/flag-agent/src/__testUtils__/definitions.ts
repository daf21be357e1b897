import type { FlagDefinition } from '@sphera/plugin-flags-common';

/** A boolean flag that is on or off for everybody. */
export const switched = (defaultVariant: 'on' | 'off'): FlagDefinition => ({
  state: 'ENABLED',
  variants: { on: true, off: false },
  defaultVariant,
});

export const ON = switched('on');
export const OFF = switched('off');

/** One that flagd could not use. */
export const UNUSABLE: FlagDefinition = { ...ON, defaultVariant: 'purple' };

/** One with rules, as long as such are. */
export const TARGETED: FlagDefinition = {
  ...ON,
  targeting: {
    if: [
      { in: [{ var: 'country' }, ['DE', 'AT', 'CH']] },
      {
        fractional: [
          ['on', 25],
          ['off', 75],
        ],
      },
      'off',
    ],
  },
};
