import { listed } from '@sphera/plugin-operations-node';
import type { SecretRecord } from '../../records/SecretRecord';
import type { Found } from './Found';

/**
 * Secrets that no service of the catalog owns, by full name and environment.
 * @param records - of nobody, or of a service that the catalog lacks
 * @param environments - in the order of the fleet
 */
export function unownedAmong(
  records: readonly SecretRecord[],
  environments: readonly string[],
): Found[] {
  const groups = new Map<string, SecretRecord[]>();
  for (const record of records) {
    const key = `${record.fullName} ${environments.indexOf(
      record.place.environment,
    )}`;
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  return [...groups.keys()]
    .sort()
    .map(key => groups.get(key)!)
    .map(group => ({
      kind: 'unowned',
      name: group[0].fullName,
      environment: group[0].place.environment,
      regions: group.map(({ place }) => place.region),
      fullNames: group.map(({ fullName }) => fullName),
      sentence: ({ region }) => {
        const where = listed(group.map(({ place }) => region(place.region)));
        const { serviceName } = group[0];
        return serviceName
          ? `It seems to belong to ${serviceName}, which is no service of the catalog (${where}).`
          : `Neither its name nor its tags say which service it belongs to (${where}).`;
      },
    }));
}
