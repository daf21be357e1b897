import type { FlagDefinition } from '@sphera/plugin-flags-common';
import { fingerprintOf } from '@sphera/plugin-flags-node';

/** Whether two definitions mean something else; null: the flag is gone. */
export const differs = (
  one: FlagDefinition | null,
  other: FlagDefinition | null,
): boolean => fingerprintOf(one) !== fingerprintOf(other);
