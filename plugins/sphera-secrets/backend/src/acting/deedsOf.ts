import type { Deeds } from '../reading/Deeds';
import type { ActingParts } from './ActingParts';
import { toUnfinished } from './sentences';

/** What answers show of what was done through the portal. */
export function deedsOf({
  changes,
  written,
}: Pick<ActingParts, 'changes' | 'written'>): Deeds {
  return {
    writtenBy: versionIds => written.writtenBy(versionIds),
    unfinished: async service =>
      (await changes.unfinished(service)).map(toUnfinished),
  };
}
