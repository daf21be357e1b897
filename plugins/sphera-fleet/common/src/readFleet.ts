import { Config } from '@backstage/config';
import { Fleet, Region } from './Fleet';

/**
 * The fleet as `sphera.fleet` describes it, without checking it: the backend has
 * done so at its start ({@link Fleet} is the same in the browser).
 */
export function readFleet(config: Config): Fleet {
  const fleet = config.getOptionalConfig('sphera.fleet');
  const places = (key: string) =>
    (fleet?.getOptionalConfigArray(key) ?? []).map(place => {
      const name = place.getString('name');
      return {
        name,
        title: place.getOptionalString('title') ?? name,
        ...noted(place),
      };
    });
  return {
    environments: places('environments'),
    regions: places('regions'),
    clusters: (fleet?.getOptionalConfigArray('clusters') ?? []).map(
      cluster => ({
        name: cluster.getString('name'),
        environment: cluster.getString('environment'),
        region: cluster.getString('region'),
        ...(cluster.getOptionalBoolean('remote') && { remote: true as const }),
        ...noted(cluster),
      }),
    ),
  };
}

function noted(place: Config): Pick<Region, 'annotations'> {
  const annotations = place.getOptional<Record<string, string>>('annotations');
  return annotations ? { annotations } : {};
}
