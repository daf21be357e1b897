import type { LinkIcon } from '@sphera/plugin-services-common';

/** What there is one of for each service, from the coarsest to the finest. */
export const PLACES = ['service', 'environment', 'region', 'cluster'] as const;

/** What there is one of for each service. */
export type PlaceKind = (typeof PLACES)[number];

/** Which services have a link; all that is given must fit. */
export interface LinkFilter {
  /** Entity refs, as those of teams and systems. */
  service?: string[];
  team?: string[];
  system?: string[];
  type?: string[];
  lifecycle?: string[];
  /** Any of them. */
  tag?: string[];
  /** Names, all of them. */
  annotation?: string[];
}

/** A link that services have, checked. */
export interface LinkSettings {
  id: string;
  title: string;
  icon: LinkIcon;
  tool?: string;
  group?: string;
  /** The address, with fields: see fieldOf. */
  url: string;
  per: PlaceKind;
  /** Absent: all in which a service is live. */
  environments?: string[];
  filter: LinkFilter;
  /** Whether pages say so where a service lacks what the address takes. */
  isRequired: boolean;
}
