import type { ServiceEntry } from '@sphera/plugin-operations-node';
import { NoLayoutError } from '../errors';
import type { LayoutSettings } from '../settings/RollbackSettings';

/**
 * The first layout that fits a service in an environment.
 * @throws NoLayoutError where none does
 */
export function layoutOf(
  layouts: readonly LayoutSettings[],
  service: ServiceEntry,
  environment: string,
): LayoutSettings {
  const found = layouts.find(
    layout => fits(layout, service) && has(layout.environments, [environment]),
  );
  if (found) return found;
  throw new NoLayoutError(
    layouts.some(layout => fits(layout, service))
      ? `${service.name} has no file with its version for ${environment}: no layout in sphera.rollback.layouts fits it there`
      : `nobody has said where ${service.name} declares its version: no layout in sphera.rollback.layouts fits it`,
  );
}

function fits(layout: LayoutSettings, service: ServiceEntry): boolean {
  return (
    has(layout.services, [service.ref]) &&
    has(layout.teams, service.owners) &&
    has(layout.systems, service.system ? [service.system] : [])
  );
}

function has(wanted: string[] | undefined, given: string[]): boolean {
  return !wanted || given.some(one => wanted.includes(one));
}
