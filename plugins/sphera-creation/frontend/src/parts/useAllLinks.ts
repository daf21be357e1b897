import type { Creation, CreationLink } from '@sphera/plugin-creation-common';
import { useServiceLinks } from '@sphera/plugin-services-react';

/** The ways to all that there is of a creation: to the pages of the service in the portal, once it is there, and to what was made elsewhere. */
export function useAllLinks(creation: Creation | undefined): CreationLink[] {
  const { toService, toTab } = useServiceLinks();
  if (!creation) return [];
  const { state, service, links } = creation;
  if (state !== 'done') return links;
  return [
    { title: 'Service', url: toService(service) },
    { title: 'Deployments', url: toTab(service, 'deployments') },
    { title: 'Secrets', url: toTab(service, 'secrets') },
    { title: 'Flags', url: toTab(service, 'flags') },
    ...links,
  ];
}
