import type { Lock } from '@sphera/plugin-locks-common';

const DEEDS = { restart: 'Restarts are', scale: 'Scaling is' };

/** Why a lock holds something back: `Restarts are locked: incident 4711`. */
export function lockedInWords(
  action: keyof typeof DEEDS,
  lock: Pick<Lock, 'reason'>,
): string {
  return `${DEEDS[action]} locked: ${lock.reason}`;
}
