import type { Cluster, Fleet } from '@sphera/plugin-fleet-common';
import { titleOf, withoutRemote } from '@sphera/plugin-fleet-common';
import type { ClusterView } from '@sphera/plugin-kubernetes-common';

/** A column of the matrix: one cluster. */
export interface MatrixColumn {
  cluster: string;
  environment: string;
  region: string;
  regionTitle: string;
  state: ClusterView['state'];
}

/** The columns of one environment, which stand under one head. */
export interface ColumnGroup {
  environment: string;
  title: string;
  columns: MatrixColumn[];
}

/**
 * The clusters of the fleet by environment, both in the order of the
 * configuration; environments without a cluster are left out.
 *
 * @param states - how well each cluster is seen; one that is not in it counts as live.
 * @param only - one environment; absent: all.
 */
export function columnGroups(
  fleet: Fleet,
  states: ReadonlyMap<string, ClusterView['state']>,
  only?: string,
): ColumnGroup[] {
  const column = ({ name, environment, region }: Cluster): MatrixColumn => ({
    cluster: name,
    environment,
    region,
    regionTitle: titleOf(fleet.regions, region),
    state: states.get(name) ?? 'live',
  });
  return fleet.environments
    .filter(({ name }) => !only || name === only)
    .map(({ name, title }) => ({
      environment: name,
      title,
      columns: withoutRemote(fleet)
        .clusters.filter(({ environment }) => environment === name)
        .map(column),
    }))
    .filter(({ columns }) => columns.length > 0);
}
