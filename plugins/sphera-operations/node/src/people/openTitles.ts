import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Clock } from '@sphera/plugin-operations-common';
import { entityTitle } from './entityTitle';

/** Somebody, as answers name them. */
export interface Person {
  /** Entity ref, or the subject of a program's token. */
  ref: string;
  title: string;
}

/** What people and teams are called. */
export interface Titles {
  person(ref: string): Promise<Person>;
  /** Several at once, by their ref. */
  persons(refs: Iterable<string>): Promise<ReadonlyMap<string, Person>>;
}

const OLDEST_MS = 60_000;
const FIELDS = ['kind', 'metadata', 'spec.profile'];

/** A program has no entity: its subject is all there is. */
const isEntity = (ref: string) => /^(user|group):.+\/.+$/.test(ref);

const nameIn = (ref: string) => ref.slice(ref.lastIndexOf('/') + 1);

/**
 * Titles of people and teams from the catalog, at most a minute old. Whoever it does not know, and everybody while it
 * does not answer, is called by the last that was known, else by the name in their ref.
 */
export function openTitles(parts: {
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  clock: Pick<Clock, 'now'>;
}): Titles {
  const { auth, catalog, logger, clock } = parts;
  const known = new Map<string, { title: string; readAt: number }>();

  async function read(entityRefs: string[]): Promise<void> {
    const found = new Map<string, string>();
    try {
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs, fields: FIELDS },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      for (const entity of items) {
        if (entity) found.set(stringifyEntityRef(entity), entityTitle(entity));
      }
    } catch {
      logger.warn('Titles of people are as they were: the catalog is away');
    }
    const readAt = clock.now();
    for (const ref of entityRefs) {
      const title = found.get(ref) ?? known.get(ref)?.title ?? nameIn(ref);
      known.set(ref, { title, readAt });
    }
  }

  async function persons(refs: Iterable<string>) {
    const wanted = [...new Set(refs)];
    const freshFrom = clock.now() - OLDEST_MS;
    const due = wanted.filter(
      ref => isEntity(ref) && !((known.get(ref)?.readAt ?? 0) > freshFrom),
    );
    if (due.length > 0) await read(due);
    return new Map(
      wanted.map(ref => [ref, { ref, title: known.get(ref)?.title ?? ref }]),
    );
  }

  return {
    persons,
    async person(ref) {
      return (await persons([ref])).get(ref)!;
    },
  };
}
