import { parseEntityRef } from '@backstage/catalog-model';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type {
  LinksInSearch,
  ServiceLink,
} from '@sphera/plugin-services-common';

/** What the search keeps of the links of a service: their names, not their addresses; nothing where there are none. */
export function linksInSearch(
  service: ServiceEntry,
  links: readonly ServiceLink[],
  titleOf: (environment: string) => string,
): LinksInSearch | undefined {
  const open = links.filter(({ url }) => url);
  if (open.length === 0) return undefined;
  const words = open.flatMap(
    ({ title, tool, group, environment, region, cluster }) => [
      title,
      tool,
      group,
      environment && titleOf(environment),
      region,
      cluster,
    ],
  );
  return {
    title: `${service.title}: links`,
    text: [...new Set([service.name, ...words.filter(Boolean)])].join(' '),
    // The stock index keeps one document a location, and the catalog's own has the page.
    location: `${pageOf(service.ref)}#links`,
    service: service.ref,
    authorization: { resourceRef: service.ref },
  };
}

/** Where the catalog has the page of a service. */
function pageOf(ref: string): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  return `/catalog/${namespace}/${kind}/${encodeURIComponent(name)}`;
}
