import type { Fleet } from '@sphera/plugin-fleet-common';
import type {
  AllowedBounds,
  Autoscaler,
  Restart,
} from '@sphera/plugin-kubernetes-common';
import type { ServiceDirectory } from '@sphera/plugin-operations-node';
import type { FleetMemory, OwnedDeployment } from '../fleet/FleetMemory';
import type { AutoscalerRecord } from '../fleet/records';
import type { UndatedDrift } from './drift/Running';
import type { ServiceViews } from './ServiceViews';
import type { SortedServices } from './SortedServices';

/** What the portal itself did to the fleet, for answers to show beside what is there. */
export interface Deeds {
  /** What the guardrails leave open. `owners` are those of the service. */
  allowed(
    owned: OwnedDeployment,
    autoscaler: AutoscalerRecord,
    owners: string[],
  ): AllowedBounds;
  /** The bounds that were last set through the portal, where they still stand. */
  override(
    owned: OwnedDeployment,
    autoscaler: AutoscalerRecord,
  ): Promise<Autoscaler['override']>;
  /** The latest restart through the portal. */
  latestRestart(owned: OwnedDeployment): Promise<Restart | undefined>;
  /** Why a deployment cannot be restarted now and what to do; nothing where it can. */
  whyNotRestartable(owned: OwnedDeployment): Promise<string | undefined>;
  /** Bounds that were set through the portal and are no longer in force. */
  overwritten(): Promise<UndatedDrift[]>;
}

/** What answers are made from. */
export interface ReadingParts {
  memory: FleetMemory;
  fleet: Fleet;
  directory: Pick<ServiceDirectory, 'get'>;
  services: SortedServices;
  views: ServiceViews;
  deeds: Deeds;
  /** Milliseconds since 1970. */
  now: () => number;
}
