import type { ServiceEntry } from '../ServiceDirectory';

/**
 * Whom Backstage is to notify of what somebody did to a service: its owners, but not who did it.
 * `undefined`: there is nobody.
 */
export function ownersBut(
  service: ServiceEntry | undefined,
  /** Entity ref of a person, or subject of a program's token. */
  actor: string,
) {
  if (!service || service.owners.length === 0) return undefined;
  return {
    type: 'entity' as const,
    entityRef: service.owners,
    excludeEntityRef: actor,
  };
}
