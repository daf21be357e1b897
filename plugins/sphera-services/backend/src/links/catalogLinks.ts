import type { ServiceEntry } from '@sphera/plugin-operations-node';
import { LINK_ICONS, type ServiceLink } from '@sphera/plugin-services-common';

/** What the catalog itself links to: `metadata.links`, as far as it is http or https. */
export function catalogLinks({ links = [] }: ServiceEntry): ServiceLink[] {
  return links.flatMap(({ url, title, icon }, nth) => {
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return [];
    const { href, host } = new URL(url);
    return [
      {
        id: `catalog-${nth}`,
        title: title ?? host,
        icon: LINK_ICONS.find(one => one === icon) ?? 'link',
        url: href,
      },
    ];
  });
}
