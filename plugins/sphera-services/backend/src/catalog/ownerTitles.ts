import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/**
 * Titles of teams and people as the catalog has them, by entity ref. One that is
 * not in the catalog is left out; where the catalog fails, the last titles stay.
 */
export function createOwnerTitles(parts: {
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
}): (refs: string[]) => Promise<ReadonlyMap<string, string>> {
  const { catalog, auth, logger } = parts;
  let known: ReadonlyMap<string, string> = new Map();
  return async entityRefs => {
    try {
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs, fields: ['kind', 'metadata', 'spec.profile'] },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      known = new Map(
        items
          .filter(owner => owner !== undefined)
          .map(owner => [stringifyEntityRef(owner), titleOf(owner)]),
      );
    } catch (error) {
      logger.warn(
        `Titles of owners are as they were: ${stringifyError(error)}`,
      );
    }
    return known;
  };
}

function titleOf(owner: Entity): string {
  const { profile } = (owner.spec ?? {}) as {
    profile?: { displayName?: string };
  };
  return profile?.displayName ?? owner.metadata.title ?? owner.metadata.name;
}
