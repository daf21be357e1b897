import { createHash } from 'node:crypto';
import type { Lock } from '@sphera/plugin-locks-common';
import type { CoveringFreeze } from '@sphera/plugin-merges-common';
import type { Wish } from '../storage/KeptRepository';
import { LEFT } from '../storage/repositoryRow';

/** What freezes a repository: locks on all services, and those on one that is built from it. Merges know no environment, as the gate has it. */
export function freezesOf(
  locks: readonly Lock[],
  services: readonly string[],
): CoveringFreeze[] {
  return locks
    .filter(({ actions }) => actions.includes('merge'))
    .filter(
      ({ service }) => service === undefined || services.includes(service),
    )
    .map(({ id, service, reason, placedBy, placedAt, expiresAt, window }) => ({
      id,
      service,
      reason,
      placedBy,
      placedAt,
      expiresAt,
      window,
    }));
}

/** What is wanted of a repository that is not looked after any more: it is opened, and what the portal set up there is taken away. */
export const LEAVE: Wish & { digest: string } = {
  wanted: 'open',
  freezes: [],
  digest: LEFT,
};

/** What is wanted of a repository with these freezes; the same freezes have the same digest. */
export function wishOf(freezes: CoveringFreeze[]): Wish & { digest: string } {
  const text = JSON.stringify(freezes);
  return {
    wanted: freezes.length > 0 ? 'frozen' : 'open',
    freezes,
    digest: createHash('sha256').update(text).digest('hex'),
  };
}
