import type { ScaffolderTaskOutput } from '@backstage/plugin-scaffolder-react';
import type { CreationLink } from '@sphera/plugin-creation-common';
import { useServiceLinks } from '@sphera/plugin-services-react';

/** The links that a template gives out, to addresses and to entities of the catalog. */
export function useOutputLinks(
  output: ScaffolderTaskOutput | undefined,
): CreationLink[] {
  const { toService } = useServiceLinks();
  return (output?.links ?? []).flatMap(({ title, url, entityRef }) => {
    const to = url ?? (entityRef && toService(entityRef));
    return to ? [{ title: title ?? to, url: to }] : [];
  });
}
