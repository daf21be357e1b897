/** Where services run, from staging to production. */
export interface Environment {
  /** Lower-case name, as in `environment` fields: `production`. */
  name: string;
  /** As people read it: `Production`. */
  title: string;
  /** What other tools call it, for links. Only the backend knows them. */
  annotations?: Readonly<Record<string, string>>;
}

/** A part of the world in which clusters stand. */
export interface Region {
  name: string;
  title: string;
  /** What other tools call it, for links. Only the backend knows them. */
  annotations?: Readonly<Record<string, string>>;
}

/** A Kubernetes cluster: one environment in one region. */
export interface Cluster {
  name: string;
  environment: string;
  region: string;
  /** The portal has no connection to it: only what travels by messages gets there, and comes from there. */
  remote?: true;
  /** What other tools call it, for links. Only the backend knows them. */
  annotations?: Readonly<Record<string, string>>;
}

/** All places where services run, in the order that the configuration gives them. */
export interface Fleet {
  environments: Environment[];
  regions: Region[];
  clusters: Cluster[];
}

/** The fleet without the clusters that the portal has no connection to. */
export function withoutRemote<T extends Pick<Fleet, 'clusters'>>(fleet: T): T {
  return { ...fleet, clusters: fleet.clusters.filter(({ remote }) => !remote) };
}

/** The environment or region as people read it; its name where the fleet does not know it. */
export function titleOf(
  places: ReadonlyArray<{ name: string; title: string }>,
  name: string,
): string {
  return places.find(place => place.name === name)?.title ?? name;
}
