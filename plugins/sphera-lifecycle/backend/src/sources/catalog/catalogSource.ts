import type { AuthService } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { FactSource } from '@sphera/plugin-lifecycle-node';
import { entityTitle } from '@sphera/plugin-operations-node';
import { catalogFacts } from './catalogFacts';
import { refsOf } from './refsOf';

const LOOK_EVERY_MS = 60_000;
const NAMED = ['kind', 'metadata.name', 'metadata.namespace'];
const TITLED = [...NAMED, 'metadata.title', 'spec.profile'];

/** What the software catalog says of services. */
export function catalogSource({
  catalog,
  auth,
}: {
  catalog: CatalogService;
  auth: AuthService;
}): FactSource {
  const find = async (entityRefs: string[], fields: string[]) => {
    if (entityRefs.length === 0) return [];
    const credentials = await auth.getOwnServiceCredentials();
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs, fields },
      { credentials },
    );
    return items.filter((item): item is Entity => item !== undefined);
  };
  return {
    id: 'catalog',
    title: 'The software catalog',
    facts: [
      { id: 'owner-set', title: 'An owner is set' },
      { id: 'links-set', title: 'Links are set' },
      { id: 'docs-exist', title: 'Documentation exists' },
      { id: 'resources-known', title: 'Resources are known' },
      { id: 'retired-declared', title: 'It is declared as retired' },
    ],
    lookEvery: LOOK_EVERY_MS,
    async look(services) {
      const entities = await find(
        services.map(({ ref }) => ref),
        [...NAMED, 'relations'],
      );
      const needed = new Map(
        entities.map(entity => [stringifyEntityRef(entity), refsOf(entity)]),
      );
      const targets = [...needed.values()].flatMap(({ owners, resources }) => [
        ...owners,
        ...resources,
      ]);
      const found = await find([...new Set(targets)], TITLED);
      const inCatalog = new Map(
        found.map(one => [stringifyEntityRef(one), entityTitle(one)]),
      );
      return new Map(
        services.map(service => {
          const refs = needed.get(service.ref);
          // It was taken out of the catalog a moment ago.
          if (!refs) return [service.ref, { facts: {} }] as const;
          const facts = catalogFacts(service, refs, inCatalog);
          return [service.ref, { facts }] as const;
        }),
      );
    },
  };
}
