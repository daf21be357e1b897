import type { FlagDefinition } from '@sphera/plugin-flags-common';

/** A definition switched off: false for everybody, or disabled where no variant says false. */
export function definitionOff(before: FlagDefinition): FlagDefinition {
  const { variants } = before;
  const off = Object.keys(variants).find(name => variants[name] === false);
  return off === undefined
    ? { ...before, state: 'DISABLED' }
    : { state: 'ENABLED', variants, defaultVariant: off };
}
