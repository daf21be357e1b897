import type { Fleet } from '@sphera/plugin-fleet-common';
import type { ServiceEntry } from '@sphera/plugin-operations-node';

/** Where a service is live, from the first to the last environment of the fleet; then what the fleet does not know. */
export function liveIn(
  { environments }: Pick<ServiceEntry, 'environments'>,
  fleet: Pick<Fleet, 'environments'>,
): string[] {
  const known = fleet.environments.map(environment => environment.name);
  return [
    ...known.filter(name => environments.includes(name)),
    ...environments.filter(name => !known.includes(name)),
  ];
}
