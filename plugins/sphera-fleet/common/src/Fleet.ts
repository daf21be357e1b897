/** Where services run, from staging to production. */
export interface Environment {
  /** Lower-case name, as in `environment` fields: `production`. */
  name: string;
  /** As people read it: `Production`. */
  title: string;
}

/** A part of the world in which clusters stand. */
export interface Region {
  name: string;
  title: string;
}

/** A Kubernetes cluster: one environment in one region. */
export interface Cluster {
  name: string;
  environment: string;
  region: string;
}

/** All places where services run, in the order that the configuration gives them. */
export interface Fleet {
  environments: Environment[];
  regions: Region[];
  clusters: Cluster[];
}

/** The environment or region as people read it; its name where the fleet does not know it. */
export function titleOf(
  places: ReadonlyArray<{ name: string; title: string }>,
  name: string,
): string {
  return places.find(place => place.name === name)?.title ?? name;
}
