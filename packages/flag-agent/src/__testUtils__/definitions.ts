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
