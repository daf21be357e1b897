import type { Fleet } from '@sphera/plugin-fleet-common';
import { titleOf } from '@sphera/plugin-fleet-common';
import { listed, type ServiceEntry } from '@sphera/plugin-operations-node';
import type { Origin } from './Origin';

/** Which version is promoted, and why it cannot be. */
export interface ChosenVersion {
  /** Absent: none was named, and none can be told. */
  version?: string;
  obstacles: string[];
  warnings: string[];
}

/** The version that was named, else the one that an environment is to run; promoted is only what runs there. */
export function versionOf(
  fleet: Fleet,
  service: ServiceEntry,
  origin: Origin,
  named: string | undefined,
): ChosenVersion {
  const where = titleOf(fleet.environments, origin.environment);
  const { deployments } = origin;
  if (!deployments) {
    return {
      version: named,
      obstacles: [`What runs in ${where} cannot be told just now`],
      warnings: [],
    };
  }
  const running = [...new Set(deployments.map(one => one.version))];
  if (running.length === 0) {
    return {
      version: named,
      obstacles: [`${service.title} does not run in ${where} yet`],
      warnings: [],
    };
  }
  const known = origin.declared.length > 0 ? origin.declared : running;
  const version = named ?? (known.length === 1 ? known[0] : undefined);
  if (version === undefined) {
    return {
      obstacles: [`${where} is to run ${listed(known)}: name one of them`],
      warnings: [],
    };
  }
  if (!running.includes(version)) {
    return {
      version,
      obstacles: [
        `${version} does not run in ${where}: ${listed(running)} ${
          running.length === 1 ? 'does' : 'do'
        }`,
      ],
      warnings: [],
    };
  }
  return { version, obstacles: [], warnings: unwell(deployments, version) };
}

function unwell(
  deployments: NonNullable<Origin['deployments']>,
  version: string,
): string[] {
  return deployments
    .filter(one => one.version === version && one.health !== 'healthy')
    .map(
      ({ cluster, trouble }) =>
        `${cluster}: not all pods of ${version} are ready${
          trouble ? ` (${trouble})` : ''
        }`,
    );
}
