import type { FlagDefinition } from '@sphera/plugin-flags-common';

/** What an operation is asked with so that nothing of an earlier definition stays. */
export function wholeChange(definition: FlagDefinition) {
  const { state, variants, defaultVariant, targeting = null } = definition;
  return { state, variants, defaultVariant, targeting };
}
