import { type Fleet, titleOf } from '@sphera/plugin-fleet-common';
import type { ServiceLink } from '@sphera/plugin-services-common';

/** Links that stand together, under a heading. */
export interface LinkSection {
  title: string;
  links: ServiceLink[];
}

/** The heading of what is about the service as a whole, unless its group has one. */
const SERVICE = 'Service';

/** Links under headings: the service's own by group, then each environment. */
export function linkSections(
  links: readonly ServiceLink[],
  fleet: Pick<Fleet, 'environments'>,
): LinkSection[] {
  const sections = new Map<string, LinkSection>();
  for (const link of links) {
    const { environment, group } = link;
    const key = environment ? `in ${environment}` : `group ${group ?? ''}`;
    const title = environment
      ? titleOf(fleet.environments, environment)
      : group ?? SERVICE;
    const section = sections.get(key) ?? { title, links: [] };
    section.links.push(link);
    sections.set(key, section);
  }
  return [...sections.values()];
}

/** A link as it is called under the heading of its environment: `Argo CD: Frankfurt`. */
export function linkLabel(
  { title, region, cluster }: ServiceLink,
  fleet: Pick<Fleet, 'regions'>,
): string {
  const place = cluster ?? (region && titleOf(fleet.regions, region));
  return place ? `${title}: ${place}` : title;
}
