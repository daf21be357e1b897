import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';

/** A system of the catalog. */
export interface System {
  /** Entity ref. */
  ref: string;
  /** As people read it. */
  title: string;
}

/** The systems of the catalog by title; undefined until they are known. */
export function useSystems(): { systems?: System[]; error?: Error } {
  const catalog = useApi(catalogApiRef);
  const [found, setFound] = useState<{ systems?: System[]; error?: Error }>({});
  useEffect(() => {
    let isWanted = true;
    const tell = (answer: { systems?: System[]; error?: Error }) =>
      isWanted && setFound(answer);
    catalog
      .getEntities({
        filter: { kind: 'System' },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
        ],
      })
      .then(
        ({ items }) =>
          tell({
            systems: items
              .map(entity => ({
                ref: stringifyEntityRef(entity),
                title: entity.metadata.title ?? entity.metadata.name,
              }))
              .sort((a, b) => a.title.localeCompare(b.title)),
          }),
        (error: Error) => tell({ error }),
      );
    return () => {
      isWanted = false;
    };
  }, [catalog]);
  return found;
}
