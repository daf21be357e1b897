import type { JsonObject } from '@backstage/types';

/** A page about a service. */
export interface ServicePage {
  url: string;
  title?: string;
  icon?: string;
}

/** What sphera knows of a service from the software catalog. */
export interface ServiceEntry {
  /** Canonical entity ref: `component:default/payments`. */
  ref: string;
  name: string;
  /** As people read it; the name where the catalog has no title. */
  title: string;
  /** Why it exists. */
  purpose?: string;
  /** Entity refs of the groups or users that own it. */
  owners: string[];
  /** `microservice`, `microfrontend`, … */
  type: string;
  /** Entity ref of its system. */
  system?: string;
  /** `experimental`, `production`, `deprecated`, … */
  lifecycle?: string;
  /** Environments it is said to be live in: annotation `sphera.io/environments`, split at commas. */
  environments: string[];
  annotations: JsonObject;
  /** Absent: none. */
  tags?: string[];
  /** Pages about it, as the catalog lists them; not checked. Absent: none. */
  links?: ServicePage[];
}

/** All services of the catalog, from memory. */
export interface ServiceDirectory {
  /** One service; `undefined` where the catalog has none. `fresh` asks the catalog even when memory knows it. */
  get(
    ref: string,
    options?: { fresh?: boolean },
  ): Promise<ServiceEntry | undefined>;
  /** All services, at most half a minute old. */
  list(): Promise<ServiceEntry[]>;
}
