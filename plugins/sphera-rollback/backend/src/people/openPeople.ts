import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Clock } from '@sphera/plugin-operations-node';
import type { People } from './People';

const OLDEST_MS = 60_000;
const PAGE = 500;
const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'spec.profile.email',
];

/** People of the catalog; addresses are read all at once, and anew when they are a minute old. */
export function openPeople(parts: {
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  clock: Clock;
}): People {
  const { auth, catalog, logger, clock } = parts;
  let refs: ReadonlyMap<string, string> = new Map();
  let readAt = -Infinity;
  let reading: Promise<void> | undefined;

  const own = async () => ({
    credentials: await auth.getOwnServiceCredentials(),
  });

  async function readRefs(): Promise<void> {
    const found = new Map<string, string>();
    let cursor: string | undefined;
    do {
      const page = await catalog.queryEntities(
        cursor
          ? { cursor, fields: FIELDS, limit: PAGE }
          : { filter: { kind: 'user' }, fields: FIELDS, limit: PAGE },
        await own(),
      );
      for (const entity of page.items) {
        const { email } = profileOf(entity);
        if (email) found.set(email.toLowerCase(), stringifyEntityRef(entity));
      }
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    refs = found;
  }

  /** What is known; waits only while nothing is. Without the catalog, people stay as Git names them. */
  async function known(): Promise<ReadonlyMap<string, string>> {
    if (clock.now() - readAt > OLDEST_MS && !reading) {
      reading = readRefs()
        .catch(() =>
          logger.warn('The people of the catalog cannot be read just now'),
        )
        .finally(() => {
          readAt = clock.now();
          reading = undefined;
        });
    }
    if (readAt === -Infinity) await reading;
    return refs;
  }

  return {
    async refOf({ name, email }) {
      return (await known()).get(email.toLowerCase()) ?? name;
    },
    async authorOf(ref) {
      if (!ref.startsWith('user:')) return { name: ref };
      const entity = await catalog
        .getEntityByRef(ref, await own())
        .catch(() => undefined);
      if (!entity) return { name: ref };
      const { displayName, email } = profileOf(entity);
      const { title, name } = entity.metadata;
      return { name: displayName ?? title ?? name, email };
    },
  };
}

function profileOf({ spec }: Entity): { displayName?: string; email?: string } {
  return (spec as { profile?: object } | undefined)?.profile ?? {};
}
