import type { OperationsService } from '@sphera/plugin-operations-node';

/** More services than this are told of as one change of all of them. */
const EACH_UP_TO = 10;

/** Tells the pages that are open on this replica that facts of services changed; every replica does so by itself. */
export function tellPages(
  services: readonly string[],
  operations: Pick<OperationsService, 'announceHere'>,
): void {
  if (services.length > EACH_UP_TO) {
    operations.announceHere({});
    return;
  }
  for (const service of services) operations.announceHere({ service });
}
