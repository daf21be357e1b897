import type { Fleet } from '@sphera/plugin-fleet-common';

/** A region in which a service can run, with its clusters by environment. */
export interface RegionPlace {
  name: string;
  title: string;
  /** Titles of the environments that it has, each with the names of its clusters. */
  environments: { title: string; clusters: string[] }[];
}

/** Regions with at least one cluster, in the order of the fleet. */
export function regionPlaces(fleet: Fleet): RegionPlace[] {
  return fleet.regions
    .map(({ name, title }) => ({
      name,
      title,
      environments: fleet.environments
        .map(environment => ({
          title: environment.title,
          clusters: clustersOf(fleet, environment.name, name),
        }))
        .filter(({ clusters }) => clusters.length > 0),
    }))
    .filter(({ environments }) => environments.length > 0);
}

/** Where a service first runs: all regions of the first environment. */
export function firstRegions(fleet: Fleet): string[] {
  const [first] = fleet.environments;
  return fleet.regions
    .map(({ name }) => name)
    .filter(name => first && clustersOf(fleet, first.name, name).length > 0);
}

function clustersOf(fleet: Fleet, environment: string, region: string) {
  return fleet.clusters
    .filter(one => one.environment === environment && one.region === region)
    .map(({ name }) => name);
}
