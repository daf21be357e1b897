import type { Lock } from '@sphera/plugin-locks-common';

/** A lock on deploys of everything, but for what is given. */
export function lockOf(given: Partial<Lock>): Lock {
  return {
    id: 'one',
    actions: ['deploy'],
    reason: 'incident 4711',
    placedBy: 'user:default/dana',
    placedAt: '2026-11-24T12:00:00.000Z',
    ...given,
  };
}
