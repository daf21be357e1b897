import { type Fleet, titleOf } from '@sphera/plugin-fleet-common';
import type { FlagsPage } from '@sphera/plugin-flags-common';

type Cluster = FlagsPage['clusters'][number];

// Up to here each cluster has a column of its own; a screen of 1,600 pixels has room for them.
const MOST_SINGLE = 12;
// A browser draws so many cells a row without being felt; the rest stays one column.
const MOST_OPENED = 50;

/** A column of the matrix: a cluster, or the clusters of an environment in a region. */
export interface MatrixColumn {
  key: string;
  environment: string;
  region: string;
  regionTitle: string;
  /** Below the region: the cluster, or how many there are. */
  name: string;
  clusters: string[];
  /** How many of them have not been heard for too long. */
  silent: number;
  /** What to name to open it to its clusters; absent: there is nothing to open. */
  opens?: string;
  /** What to name to close it again; only on the first of the clusters. */
  closes?: string;
}

/** The columns of one environment, which stand under one head. */
export interface ColumnGroup {
  environment: string;
  title: string;
  columns: MatrixColumn[];
}

/**
 * The clusters by environment and region, both in the order of the configuration: one column each where they are few,
 * else one column for all of an environment in a region.
 *
 * @param opened - places, as columns name them, that show their clusters.
 */
export function columnGroups(
  clusters: readonly Cluster[],
  fleet: Fleet,
  opened: ReadonlySet<string>,
): ColumnGroup[] {
  const isEach = clusters.length <= MOST_SINGLE;
  return grouped(
    clusters,
    ({ environment }) => environment,
    fleet.environments,
  ).map(([environment, here]) => ({
    environment,
    title: titleOf(fleet.environments, environment),
    columns: grouped(here, ({ region }) => region, fleet.regions).flatMap(
      ([region, all]) =>
        columnsOf({ environment, region }, all, fleet, isEach, opened),
    ),
  }));
}

function columnsOf(
  place: { environment: string; region: string },
  all: Cluster[],
  fleet: Fleet,
  isEach: boolean,
  opened: ReadonlySet<string>,
): MatrixColumn[] {
  const key = `${place.environment}/${place.region}`;
  const about = { ...place, regionTitle: titleOf(fleet.regions, place.region) };
  const together = (some: Cluster[]) => ({
    ...about,
    key,
    name: `${some.length.toLocaleString('en')} clusters`,
    clusters: some.map(({ cluster }) => cluster),
    silent: some.filter(({ isSilent }) => isSilent).length,
  });
  if (!isEach && all.length > 1 && !opened.has(key)) {
    return [{ ...together(all), opens: key }];
  }
  const most = isEach ? all.length : MOST_OPENED;
  const single = all.slice(0, most).map((one, index) => ({
    ...about,
    key: one.cluster,
    name: one.cluster,
    clusters: [one.cluster],
    silent: one.isSilent ? 1 : 0,
    closes: index === 0 && opened.has(key) && !isEach ? key : undefined,
  }));
  const rest = all.slice(most);
  return rest.length > 0 ? [...single, together(rest)] : single;
}

/** Clusters by a place of theirs, in the order of the fleet; what it does not know comes last. */
function grouped(
  clusters: readonly Cluster[],
  placeOf: (cluster: Cluster) => string,
  order: ReadonlyArray<{ name: string }>,
): [string, Cluster[]][] {
  const groups = new Map<string, Cluster[]>(
    order.map(({ name }) => [name, []]),
  );
  for (const cluster of clusters) {
    const place = placeOf(cluster);
    groups.set(place, [...(groups.get(place) ?? []), cluster]);
  }
  return [...groups].filter(([, all]) => all.length > 0);
}
