import type { Fleet } from '@sphera/plugin-fleet-common';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { ServiceLink } from '@sphera/plugin-services-common';
import { liveIn } from '../catalog/liveIn';
import { catalogLinks } from './catalogLinks';
import { fieldValue } from './fieldValue';
import { hasLink } from './hasLink';
import { lackInWords } from './lackInWords';
import { type LinkPlace, placesOf } from './placesOf';
import type { LinkSettings } from './settings/LinkSettings';
import { fillAddress } from './template/fillAddress';
import { linkField } from './template/linkField';

/** Where services are found in other tools. */
export class Links {
  constructor(
    private readonly settings: readonly LinkSettings[],
    private readonly fleet: Fleet,
  ) {}

  /**
   * The links of a service: first what is about no environment, then by environment, in the order of the fleet.
   *
   * @param environment - where given, no other one's
   */
  of(service: ServiceEntry, environment?: string): ServiceLink[] {
    const live = liveIn(service, this.fleet);
    const links = this.settings.flatMap(link => this.linksOf(link, service));
    const about = (one?: string) =>
      links.filter(link => link.environment === one);
    return [
      ...about(undefined),
      ...catalogLinks(service),
      ...live.filter(one => !environment || one === environment).flatMap(about),
    ];
  }

  private linksOf(link: LinkSettings, service: ServiceEntry): ServiceLink[] {
    const { per, environments, filter } = link;
    const live = liveIn(service, this.fleet).filter(
      one => !environments || environments.includes(one),
    );
    const isElsewhere = environments && live.length === 0;
    if (isElsewhere || !hasLink(service, filter)) return [];
    const places = placesOf(per, live, this.fleet);
    const links = places.map(place => this.linkAt(place, link, service));
    // What the service lacks, it lacks everywhere: once is enough.
    const lacking = links.find(one => one?.lacks && !one.environment);
    return lacking ? [lacking] : links.filter(one => one !== undefined);
  }

  private linkAt(
    place: LinkPlace,
    { id, title, icon, tool, group, url, isRequired }: LinkSettings,
    service: ServiceEntry,
  ): ServiceLink | undefined {
    const shown = { id, title, icon, tool, group };
    const filled = fillAddress(url, name =>
      fieldValue(linkField(name)!, service, place, this.fleet),
    );
    if ('url' in filled) return { ...shown, ...place, url: filled.url };
    if (!isRequired) return undefined;
    const field = linkField(filled.lacks)!;
    return {
      ...shown,
      ...(field.of === 'service' ? {} : place),
      lacks: lackInWords(field, service, place),
    };
  }
}
