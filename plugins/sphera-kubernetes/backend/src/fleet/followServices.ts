import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Clock, ServiceDirectory } from '@sphera/plugin-operations-node';
import type { NamedService, WatchedFleet } from './WatchedFleet';

/** The directory answers from memory, so asking often costs little. */
const EVERY_MS = 2_000;

/** Keeps the fleet told of what services the catalog has; returns how to stop. */
export function followServices(deps: {
  directory: Pick<ServiceDirectory, 'list'>;
  fleet: Pick<WatchedFleet, 'setServices'>;
  clock: Clock;
  logger: LoggerService;
}): () => void {
  const { directory, fleet, clock, logger } = deps;
  let known = '';
  let stopped = false;
  let cancel = () => {};
  const look = async () => {
    try {
      const services = (await directory.list()).map(named);
      const text = JSON.stringify(services);
      if (text !== known && !stopped) fleet.setServices(services);
      known = text;
    } catch (error) {
      logger.warn(
        `Whose deployments are whose cannot be read from the catalog: ${
          (error as Error).message
        }`,
      );
    }
    if (!stopped) cancel = clock.after(EVERY_MS, look);
  };
  look();
  return () => {
    stopped = true;
    cancel();
  };
}

/** Only what decides whose a deployment is: another change of an entity is none here. */
function named(service: NamedService): NamedService {
  const { ref, name, system, annotations } = service;
  return {
    ref,
    name,
    system,
    annotations: Object.fromEntries(
      Object.entries(annotations).filter(([key]) =>
        key.startsWith('backstage.io/kubernetes-'),
      ),
    ),
  };
}
