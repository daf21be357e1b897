import type { FlagDrift } from '@sphera/plugin-flags-common';

/** All that drifts of one flag. */
export interface DriftOfFlag {
  flag: string;
  /** Entity ref; absent: a flag that nobody here knows. */
  service?: string;
  drift: FlagDrift[];
}

/** Drift by the flag that it is of, in the order in which flags first occur. */
export function byFlag(all: readonly FlagDrift[]): DriftOfFlag[] {
  const flags = new Map<string, DriftOfFlag>();
  for (const one of all) {
    const { flag, service } = one;
    const known = flags.get(flag);
    if (known) known.drift.push(one);
    else flags.set(flag, { flag, service, drift: [one] });
  }
  return [...flags.values()];
}
