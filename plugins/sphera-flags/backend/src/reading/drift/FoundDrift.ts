import type { FlagDrift, FlagDriftKind } from '@sphera/plugin-flags-common';

/** Drift that was found; only what is on the page is put into words. */
export interface FoundDrift {
  what: FlagDriftKind;
  drift(): FlagDrift;
}
